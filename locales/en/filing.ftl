# Checking, submitting, tracking: from the check of the answers to the decision.

## The status of the application. “.hint” tells the applicant what it means and what to do now
status-draft = Not submitted yet
    .hint = You have not submitted the application yet. Fill it in to the end, check your answers and submit it.
status-submitted = Submitted
    .hint = First an officer checks the application here, on the portal. If something needs correction, the application comes back to you. You will come to the office in person on a working day with the originals of your documents. You do not have to wait for the check: if all is right, no message comes. Before you go, look at this page again.
status-returned = Returned for correction
    .hint = The officer wrote notes. Correct what the notes say and submit the application again.
status-accepted = Accepted and registered
    .hint = The officer compared your documents with the originals and registered the application. Now wait for the decision. The office must decide by the day shown below.
status-acceptance_refused = Acceptance refused
    .hint = Some documents were missing or out of date. Prepare the documents named below and submit a new application. You can do this at any time.
status-preliminary_refusal = Preliminary decision to refuse
    .hint = This is not the final decision yet. If you do not agree, object or ask for a hearing. Do it by the day shown below.
status-preliminary_refusal-objected = This is not the final decision yet. The office has received your objection. Now wait for the decision.
status-approved = Permit granted
    .hint = The office has decided to grant you the permit. Come to the office with your passport to get it.
status-refused = Permit refused
    .hint = The grounds and reasons are below. If you do not agree, you can make a complaint. When the reason for the refusal is gone, you can also submit a new application.
status-issued = Permit received
    .hint = You have received the permit. Now apply for a residence card or, if you have no citizenship, for a stateless person certificate. You get it through the State Corporation “Government for Citizens”.
status-withdrawn = Withdrawn
    .hint = You withdrew the application, so nobody examines it any more. You can submit a new application at any time.

## What happened
event-begun = Application started
event-submitted = Application submitted
event-resubmitted = Application submitted again after correction
event-returned = Application returned for correction
event-mended = The application was changed
event-corrected = An officer corrected an answer
event-accepted = Application accepted and registered
event-acceptance_refused = Acceptance of the application refused
event-approval_asked = Request for approval sent
event-approval_reminded = The body that did not answer was reminded
event-approval_answered = Request for approval answered
event-due_moved = The calendar of working days changed, and the dates were counted anew
event-refusal_prepared = Preliminary decision to refuse prepared
event-approved = Permit granted
event-refused = Permit refused
event-issued = Permit handed over
event-withdrawn = Application withdrawn

## Actions: words on buttons
move-submit = Submit the application
move-return = Return for correction
move-accept = Accept and register
move-refuse_acceptance = Refuse acceptance
move-record_approval = Record an approval
move-correct = Correct an answer
move-prepare_refusal = Prepare a refusal
move-approve = Decide to grant the permit
move-refuse = Refuse the permit
move-issue = Hand over the permit
move-withdraw = Withdraw the application

## What is wrong with a document that stops acceptance
fault-missing = the document was not brought
fault-expired = the document is out of date or ends too soon

## Whose approval was asked for, and the answer
approver-national_security = National security bodies
approver-bank = The bank that issued the certificate
approver-home_records = Records of the country of citizenship
approver-legal_statistics = Legal statistics bodies of the prosecutor’s office
answered-positive = Approved
answered-negative = Not approved
answered-none = No answer

## Words that several pages share
filing-number = Application number:
filing-to-track = Status of the application
filing-to-answers = The answers you submitted
filing-remark-touched = You changed this
filing-remark-untouched = Not changed yet

## The check of the answers
check-title = Check your answers
check-title-filed = The answers in your application
check-intro = Look through your answers and documents before you submit the application. If you see a mistake, press “Change”.
check-intro-again = Correct what has a note. Look through your answers and documents before you submit the application again.
check-read-only = You have submitted the application, so you cannot change the answers now. You can print this page.
check-stands = Status:
check-changed = We did not submit the application. While this page was open, the answers changed in another tab. The latest answers are below. Look through them and submit the application again.
check-stops = { $count ->
    [one] Fill in or correct { $count } point before you submit the application
   *[other] Fill in or correct { $count } points before you submit the application
}
check-stops-again = { $count ->
    [one] Besides the officer’s remarks, fill in or correct { $count } more point
   *[other] Besides the officer’s remarks, fill in or correct { $count } more points
}
check-closed = Points without a link are not open for correction. Contact the office and ask the officer to open them too. Or withdraw the application and submit a new one.
check-remarks = Notes from the officer
check-remarks-hint = Correct what is named here and submit the application again.
mend-until = Last day to correct
check-advices = Look at this again
check-advices-hint = You can still submit the application. But check that there is no mistake here.
check-change = Change
check-change-list = Change the list
check-papers-uncounted = Documents and the photo are not counted here yet. Which ones you need depends on the section “Your situation”.
check-not-answered = No answers yet.
check-no-files = No files uploaded.
check-paper-extra = From your answers, you do not need this document. Its files will still go with the application.
check-paper-issued = Date of issue:
check-to-button = To the button at the end of the page
check-file = Submit the application
check-file-again = Submit the application again
check-file-hint = After you press the button, the application goes to the migration service office and you get a receipt. You can change your answers only if the office returns it for correction.
check-submit-again = Submit again
check-not-yet = The button to submit will appear here when you have corrected the points shown above.
check-to-errors = Go to the points to correct

## The receipt
receipt-title = Receipt for your application
receipt-filed = Your application is submitted.
receipt-number = Application number
receipt-applicant = Applicant
receipt-at = Date and time of submission
receipt-no = Times submitted
receipt-first-at = First submitted
receipt-unit = Office that accepts the application
reception-ask = For the address and opening hours, call the contact centre on 1414.
receipt-papers = Documents: what to bring
receipt-papers-then = Documents in the application
receipt-papers-hint = The officer will compare the files you uploaded with the originals. Bring everything in this list. If a document is not in Kazakh or Russian, bring its notarised translation too. You sign the application form at the office. Ask the office if you must print it yourself.
receipt-bring = Bring:
receipt-asked = As the rules ask:
receipt-good-until = Last valid day:
receipt-passport-until = The last day to come with this passport:
receipt-files = Uploaded files:
receipt-next = What happens next
receipt-next-check = First an officer checks the application here, on the portal. If something needs correction, the officer returns it to you with notes.
receipt-next-stages = Ask the office if you need the stages of the 2026 pilot project and the fingerprint certificate. If you do, complete them before you come.
receipt-next-come = You come to the office in person with the originals and the notarised translations. Any working day will do. You do not have to wait for the check: if all is right, no message comes. Before you go, look at the status: if the application was returned, correct it first.
receipt-next-come-until = The last day you can come:
receipt-visa-until = Come no later than { $day }: your visa ends on that day.
receipt-next-registered = If all the documents are there and none is out of date, the office registers the application that day. If you come after working hours, it registers the application on the next working day.
receipt-next-term = { $days ->
    [one] The office decides within { $days } calendar day after the day of registration.
   *[other] The office decides within { $days } calendar days after the day of registration.
} If the last day is a weekend or a holiday, the deadline moves to the next working day.
receipt-next-decision = { $days ->
    [one] If the office grants the permit, you get it at the office. If the office prepares a refusal, it tells you at least { $days } working day before the decision. Then you can object.
   *[other] If the office grants the permit, you get it at the office. If the office prepares a refusal, it tells you at least { $days } working days before the decision. Then you can object.
}
receipt-track = How to check the status of the application
receipt-track-hint = Enter the number and code of the application on this portal. We showed the code once, when you started the application. Do not tell it to anyone.
receipt-fingerprint = Digital fingerprint of the application
receipt-fingerprint-hint = This is a number calculated from the text of your application (SHA-256). If one letter in the text changed, the number would be different. So it proves that nobody changed the application you submitted. Keep the receipt.
receipt-fingerprint-short = First 12 characters
receipt-fingerprint-whole = In full

## The page of the status
track-submitted = Your application is submitted, an officer is checking it
track-go-on = Continue the application
track-mend = Go to the corrections
track-refused-items = Documents with problems
track-prepared = Deadlines and your rights
track-notified-on = The day we told you
track-objection-until = Last day to object
track-not-before = Earliest day of the decision
track-term-before = The term for the decision ends before this day. But the law does not allow an earlier refusal.
track-objection = { $days ->
    [one] You have { $days } working day after you get the message. In this time you can send the office a written objection or ask for a hearing. Article 73 of the Administrative Procedural and Process-Related Code gives you this right. If you do not object, the office will still make a decision.
   *[other] You have { $days } working days after you get the message. In this time you can send the office a written objection or ask for a hearing. Article 73 of the Administrative Procedural and Process-Related Code gives you this right. If you do not object, the office will still make a decision.
}
track-grounds = Grounds in the words of the law
track-ground-item = subparagraph { $item }
track-reasons = Reasons
track-decision = Decision
track-granted = Permit granted
track-refused = Permit refused
track-decided-on = Day of the decision
track-issued-on = Day the permit was handed over
track-complaint = How to complain about the decision
track-complaint-limit = { $months ->
    [one] You can complain within { $months } month from the day you learned of the decision. This is in Article 92 of the Administrative Procedural and Process-Related Code. Last day:
   *[other] You can complain within { $months } months from the day you learned of the decision. This is in Article 92 of the Administrative Procedural and Process-Related Code. Last day:
}
track-complaint-body = Give the complaint to the office that made the decision:
track-complaint-way = Within three working days, the office sends the complaint and the case to a higher body. Or it accepts your complaint in full itself. In the complaint, write your full name, IIN (if you have one), address and the date. Say which decision you do not agree with and why, and sign it. You can usually go to court only after you get an answer to the complaint.
track-registration = Registration
track-number-given = Registration number
track-registered-on = Day of registration
track-due-on = Last day for the decision
track-days-left = { $days ->
    [0] Today is the last day
    [one] { $days } day left
   *[other] { $days } days left
}
track-days-late = { $days ->
    [one] The deadline passed { $days } day ago. Ask the office why.
   *[other] The deadline passed { $days } days ago. Ask the office why.
}
track-unit = Office to contact:
track-to-receipt = Receipt of the submission
track-history = History of the application
track-by-applicant = you
track-role-operator = officer who accepts documents
track-role-officer = officer who examines the application
track-role-supervisor = head who makes the decision
track-role-auditor = auditor
track-role-admin = administrator
track-items-to-mend = What to correct
track-item-mended = What was changed
track-items-refused = Documents with problems
track-step-corrected = Section
track-asked-of = Who was asked
track-anew = Start a new application

## Withdrawing the application
withdraw-title = Withdraw the application?
withdraw-meaning = If you withdraw the application, the office stops examining it and makes no decision.
withdraw-accepted = The application is registered: the time for examining it will also stop.
withdraw-final = You cannot bring back an application after you withdraw it.
withdraw-anew = You can submit a new application at any time. You will have to fill it in from the start.
withdraw-confirm = Yes, withdraw the application
withdraw-keep = No, keep the application

## What comes next
track-ahead = What comes next
track-by = The last day is { $day }.
track-usual = This usually takes { $days ->
    [one] { $days } day
   *[other] { $days } days
} (by the latest { $of } decisions).
ahead-file = You submit the application
    .more = You fill in the sections, check them and submit.
ahead-mend = You correct it and submit it again
    .more = The sections and documents with notes are open for correction.
ahead-check = An officer checks the application
    .more = If something needs correction, the application comes back to you.
ahead-day = Day of the hearing
ahead-come = You come with the originals
    .more = Bring the notarised translations too. The office compares the originals with the copies.
ahead-registered = The application is registered
    .more = You get a receipt slip and a registration number. The time limit starts on the next day.
ahead-approvals = State bodies approve the application
    .more = The office asks other state bodies. You do not need to do anything.
ahead-objection = You can object
    .more = Write your objection within two working days after you get the message.
ahead-decision = The decision is made
    .more = You will see the decision on this page.
ahead-permit = You get the permit
    .more = Come to the office with your passport. Find out in advance by what day you must come: ask the office or call 1414.
ahead-card = You apply for a residence card
    .more = If you have no citizenship, you apply for a stateless person certificate instead. You get either through the State Corporation “Government for Citizens”.
