# For the applicant: who opened the application, the conversation with the office.

## Who opened it
opened-title = Who opened your application
opened-lead = When an officer opens your application or a document, it is written down here. You see the officer's role and unit, not the name.
opened-once = If an officer opens the same thing several times within { $minutes } minutes, it is written down once.
opened-nobody = Nobody has opened your application yet.
event-opened = The application was opened
event-paper_read = A document was opened
