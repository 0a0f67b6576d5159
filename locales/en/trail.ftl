# For the applicant: who opened the application, the conversation with the office.

## Who opened it
opened-title = Who opened your application
opened-lead = When an officer opens your application or a document, it is written down here. You see the officer’s role and office, not the name.
opened-once = If an officer opens the same thing several times within { $minutes } minutes, it is written down once.
opened-nobody = Nobody has opened your application yet.
opened-older = Earlier entries that are not shown here: { $count }
event-opened = The application was opened
event-paper_read = A document was opened
unit-KZ00 = Migration Service Committee

## The conversation
talk-title = Conversation with the office
talk-lead = You can ask a question about your application here. The answer will appear on this page.
talk-write = Your message
    .hint = At most { $max } characters. You cannot send documents here: upload them to the application.
    .why = You have the right to know how far your application is (article 23, paragraph 4, of the law on state services). You do not have to write.
talk-write-closed = At most { $max } characters. You cannot send documents here.
talk-send = Send
talk-sent = Your message was sent.
talk-closed = The work on your application has ended, so you cannot write any more. If you still have questions, contact the office.
talk-kept = Earlier messages are kept.
talk-nothing = No messages yet.
talk-nothing-was = No messages were written.
talk-said = Messages
talk-you = You
talk-unread = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
