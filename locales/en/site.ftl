# Words that all pages share, pages for everyone, the page of failures, messages for programs.

## Shared by all pages
site-name = Ruqsat
site-footer = The list of documents follows order No. 642 of the Minister of Internal Affairs of 15 August 2023. The migration service office makes the decision.
skip-to-content = Skip to the main content
languages = Language
to-start-page = Home page
print-page = Print
print-hint = You can print this page or save it as a PDF from your browser menu.
leave = Exit
nav-application = Application

## Pages of the application
to-task-list = Back to the list of sections
save-and-continue = Save and continue
go-on = Continue
error-summary = Correct these points
changed-in-another-tab = You also changed this page in another tab. We saved what you typed last. Before that, it said:
saved-at = Saved at { $time }
autosave-failed = We could not save this by itself. Keep this page open and press “Save and continue”.
could-not-save = We did not save your answers: the database is not responding now. Everything you typed is still on this page. Wait one minute and press “Save and continue” again.
remark-of-clerk = Note from the officer:
remove-record = Remove from the list
record-no = Entry { $no }
list-is-empty = The list is empty for now.

## The list of sections
tasks-title = Your application
tasks-number = Application number:
tasks-returned = The officer returned your application for correction. Correct the sections that have notes and submit the application again.
tasks-first = Begin with the first section: the sections you have not begun open after it.
tasks-done = { $done ->
    [one] { $done } of { $all } sections is ready.
   *[other] { $done } of { $all } sections are ready.
}
progress-remarked = has a note
tasks-next = Continue: { $section }
to-check = Check your answers and submit the application
to-check-again = Check your answers and submit the application again

## The home page
home-title = Permanent residence permit in Kazakhstan
home-lead = On this portal you fill in the application and upload copies of your documents. Then you come to the migration service office in person with the originals.
home-to-need = Which documents do I need?
    .hint = Answer a few questions and get your own list. You do not need an account.
home-to-start = Start or continue an application
    .hint = We save what you type. You can stop and continue later.
home-to-track = Check the status of my application
    .hint = You will need your number and code.
home-to-later = What else you may be asked for before you apply
home-what = What this permit is
home-what-text = The permit gives a foreigner or a stateless person the right to live in Kazakhstan permanently. The migration service office of the police department issues it.
home-what-card = After you get the permit, you apply for a residence card or a stateless person certificate. This is a separate service of the State Corporation “Government for Citizens”.
home-who = Who can apply
home-who-text = You can apply if you are a foreigner or a stateless person staying in Kazakhstan temporarily. You also need one of these:
home-who-b8 = a visa for getting a permanent residence permit (B8);
home-who-b9 = a visa for an in-demand profession (B9);
home-who-investor = a multiple-entry investor visa, requested for you by the state body for investment;
home-who-visa-free = arrival from a country that has a visa-free agreement with Kazakhstan;
home-who-ethnic = a visa of any kind, if you are an ethnic Kazakh.
home-who-visas = A visa for work (C3), study (C9) or family reunification (C2) is enough only for ethnic Kazakhs. A temporary residence permit alone is not enough. If you have no other basis, first get a B8 visa, or B9 for an in-demand profession.
    .ask = Ask the migration service office if you can change your visa without leaving Kazakhstan.
home-who-children = Children, and people whom a court has declared legally incapable, do not apply themselves. Their legal representative applies: a parent, guardian or trustee.
home-who-others = The order also names people with refugee status. It names people with permanent registration here who got another country’s citizenship through its embassy or consulate. Ask the migration service office which visa they need.
home-who-not = Citizens of Kazakhstan do not need this permit.
home-cost = How much it costs today
home-fee = State fee, 4 MCI
    .hint = The amount depends on the MCI on the day you pay. Pay through a bank and keep the receipt.
home-floor = Smallest amount in your bank account, 1320 MCI
    .hint = This money is your proof of funds, and you keep it. Each family member aged 16 or over shows it separately. Some people are exempt: ethnic Kazakhs, former compatriots and others. The rules in force may name another amount, so check it with the office.
home-mci = Monthly calculation index (MCI)
    .hint = Kazakhstan uses the MCI to set fees. It changes on 1 January every year.
home-mci-unknown = The MCI for this year is not on the portal yet, so we cannot show the amount. Ask at the migration service office or at a bank.
home-cost-other = You pay separately for the notary, translations and certificates.
home-time = How long it takes
home-time-text = The office decides within 45 calendar days after it registers your application. The day of registration does not count. If the last day is not a working day, the deadline moves to the next working day.
home-time-before = The day of registration is the day you bring the originals in person and the officer accepts them. Time for checks and corrections on the portal before that day does not count. In the past the term was shorter for some, 10 calendar days. They were people under 18, and people who ended citizenship of Kazakhstan through another country’s embassy or consulate. Ask the office if this is still so.
home-steps = How it works, step by step
home-step-need = Find out which documents you need.
    .more = The list depends on your age, your citizenship and why you can apply. Some documents are valid for 180 days only.
home-step-fill = Fill in the application.
    .more = You get a number and a code. With them you can open the application on any device.
home-step-file = Upload your documents and submit the application.
    .more = An officer checks everything. If there are mistakes, the officer returns the application for correction. Correct it and submit it again.
home-step-visit = Come with the originals.
    .more = The officer compares them with the copies and registers the application. The 45 calendar days start on the next day.
home-step-review = State bodies check the application.
    .more = Without a positive answer from the national security bodies, the office cannot grant the permit.
home-step-heard = If the office prepares a refusal, it tells you first.
    .more = The message comes at least 3 working days before the decision. You can object within 2 working days after you get it.
home-step-decision = The office decides.
    .more = It grants the permit or refuses and gives the reasons. You can complain about a refusal within 3 months.
home-care = What else to know
home-pilot = Pilot project of 2026
home-pilot-text = From 13 February 2026 until the end of 2026, you may have to do these things before you apply:
home-pilot-kaztest = the KAZTEST exam in the Kazakh language, level A1;
home-pilot-form = a questionnaire on migration.enbek.kz, with at least 400 points;
home-pilot-check = checks by state bodies and an interview;
home-pilot-notice = a notice that you meet the conditions. You may also need written consent from your country of citizenship.
home-pilot-unsure = This takes up to 30 days. In-demand professions have separate rules. You can start filling in the application now. Before you submit it, ask the migration service office whether you need these steps.
home-fingerprints = Fingerprint registration
home-fingerprints-text = Since 8 December 2024, you may need a certificate that you gave your fingerprints. The office refuses a permit to people without this registration (article 49 of the law on migration). Ask at the migration service office where to give them.
home-ask = Where to ask
home-ask-text = Ask at the migration service office where you live, or call the contact centre on 1414.

## Which documents do I need?
need-title = Which documents do I need?
need-intro = Answer the questions. At the end you will see the list of documents that you need.
need-not-kept = We do not save your answers: they stay for half an hour in this browser only. We do not ask for your name or document numbers.
need-show = Show the list
need-group-person = About you
need-group-stay = Your stay in Kazakhstan
need-group-others = Special cases
need-group-minor = If the applicant is under 18
    .hint = If you are already 18, do not answer these questions.
need-result-title = The documents you need
need-cannot-title = You cannot apply now
need-as-of = Calculated on { $date }.
need-dates = The dates below are right if you apply today. If you apply later, they will move.
need-cannot-citizen_of_kazakhstan = Citizens of Kazakhstan do not need this permit. Only foreigners and stateless people get it.
    .title = You are a citizen of Kazakhstan
    .next = For a passport or an identity card, go to the State Corporation “Government for Citizens”. If your citizenship has changed, correct your answer and choose the current one.
need-cannot-no_basis = You can apply only if you are in Kazakhstan legally. You need a suitable visa or a visa-free agreement.
    .title = None of the conditions in the list fits you
    .next = First ask an embassy or consulate of Kazakhstan for a visa for getting a permanent residence permit (B8). If you are already in Kazakhstan, go to the migration service office. You can use the list below to prepare documents early.
need-papers = { $count ->
    [one] { $count } document in total
   *[other] { $count } documents in total
}
need-unsure = check with the office
need-why = Why you need it
need-original = What to bring
need-fresh = When it must be issued
need-issued-from = On { $date } or later
need-valid = How long it must be valid
need-outlives = It must still be valid after { $date }
need-later-rule = Ask at the migration service office if this rule applies to you.
need-foreign-title = Documents issued abroad
need-translation = If a document is not in Kazakh or Russian, get a notarised translation.
need-legalisation = A foreign document needs an apostille or legalisation. Documents from some countries do not need it because of international treaties.
need-legalisation-spared = Under a treaty, documents of your country may not need this. Ask the office before you apply.
need-legalisation-none = We found no treaty that spares documents of your country. Get an apostille or have the document legalised.
need-money = How much money you need
need-start = Start an application with these answers
    .hint = Your answers go into the first section of the application. You will not have to type them again.
need-change = Change the answers
need-forget = Delete my answers from this browser

## Starting and opening an application
start-title = Start or continue an application
start-here = An application is open on this device
    .hint = If it is yours, continue. If it is not yours, leave it.
start-go-on = Continue the application
start-new = New application
start-new-about = You get a number and a code as soon as you start. You do not need an email address or a password.
start-new-parts = The questions are in sections. You do not have to fill in everything at once.
start-new-save = We save each section. Your answers stay even if there are mistakes in them.
start-new-papers = Prepare scans or clear photos of your documents.
start-new-replaces = If you start a new application, the current one closes on this device. You can open it again with its number and code.
start-begin = Start a new application
start-continue = An application you started before
    .hint = Enter your number and code to continue or to check the status.
begun-title = The number and code of your application
begun-write-down = Write down or copy both the number and the code now. You can also print this page.
begun-copy = Copy the number and the code
begun-copied = Copied
begun-once = We will not show the code later.
begun-lost = Without the code you cannot open the application on another device.
begun-what-for = What they are for
begun-for-computer = With the number and code you can open the application on another computer or phone.
begun-for-track = After you submit the application, use them to check its status.
begun-for-phone = When you contact the migration service office, give only the number.
begun-nobody = Do not tell anyone the code. Officers never ask for it. Anyone who knows the code can see your answers.
begun-continue = I have saved them, continue
open-title = Open an application with its number and code
open-intro = You got the number and code when you started the application.
open-number = Application number
    .hint = 12 digits, for example 1234-5678-9012. You can leave out the hyphens.
    .wrong = Check the number.
    .why = No law asks for this. The portal finds your application by its number.
open-code = Code
    .hint = 16 characters: Latin letters and digits. Switch your keyboard to English. You can use capital or small letters.
    .wrong = Enter the code again.
    .why = No law asks for this. Only you know the code, so nobody else can open your application from this page.
open-wrong = The number or the code is wrong. Compare both with what you wrote down and enter them again.
open-do = Open
open-lost-title = If you lost the number or the code
open-lost = The portal cannot show the code again. Try to continue on the device where you started. If you cannot, start a new application. If you already submitted the application, contact the migration service office.

## When something went wrong
failure-send-again = Send what I typed again
failure-typed = The text that you typed
failure-wait = { $seconds ->
    [one] Try again in { $seconds } second.
   *[other] Try again in { $seconds } seconds.
}
failure-way-start = Start or continue an application
failure-way-open = Open an application with its number and code
failure-way-tasks = Back to my application
failure-way-desk = To the officer’s work page
failure-way-sign-in = Open a new tab to sign in
failure-not_found = This page does not exist. We removed it, or there is a mistake in the address.
    .title = Page not found
    .next = Check the address or go to one of these pages.
failure-forbidden = Your role does not let you open this page.
    .title = This page is closed to you
    .next = If you need access, ask your manager or the administrator.
failure-key_gone = No application is open on this device. It was closed, or not used for a long time. Your saved answers are safe.
    .title = Open the application again
    .next = Enter the number and code. If you sent something from this page, it is not lost.
failure-signed_out = Your session has ended. What you typed is saved on this page.
    .title = Sign in again
    .next = Open a new tab and sign in. Then come back to this page and send it again.
failure-stale_form = The page is too old, or it was sent from another site, so we did not accept it. What you typed is not lost.
    .title = Send it again
    .next = If you typed this yourself, press the button below.
failure-conflict = After you opened the page, another person or another tab changed the data. Your last action was not done.
    .title = The data has changed
    .next = Open the page again, see what has changed and repeat the action.
failure-held = Another member of the staff is working on this case. Your action was not done.
    .title = The case is with somebody else
    .next = Open the case and see who has it. Repeat the action when they have given it back.
failure-denied = The action was not done. Nothing has changed.
    .title = You cannot do this now
    .next = Check the status of the application.
failure-too_many_fields = The page you sent has too many fields.
    .title = The page is too large
    .next = Go back with the “Back” button of your browser and send the page again.
failure-too_long_text = The text in one of the fields is longer than 8000 characters, so we did not save it.
    .title = The text is too long
    .next = Go back with the “Back” button of your browser: what you typed is still there. Make the text shorter and send it again.
failure-too_large_file = The file is larger than the limit, so we did not save it.
    .title = The file is too large
    .next = Go back and make the scan quality a little lower, or split the file. Then upload it again. The size limit is on that page.
failure-too_large_files = All the files together are larger than the limit. We did not save the last file.
    .title = Too many files
    .next = Remove a file you do not need, or make the file smaller, and upload it again.
failure-too_large_form = You sent too much data, so we did not accept it.
    .title = Too much data
    .next = Go back with the “Back” button of your browser, make the text shorter and send it again.
failure-unreadable = The portal could not read what you sent. The data may have been damaged on the way.
    .title = We could not read the data
    .next = Go back with the “Back” button of your browser and send it again.
failure-throttled = There were too many attempts in a short time. The portal stopped them for a while, so that nobody can guess a code.
    .title = Wait a little
    .next = Then open this page again. Your saved answers are safe.
failure-unavailable = The portal cannot reach the database or the file store. Your last action may not be saved.
    .title = The portal is not working for the moment
    .next = Wait a few minutes, go back with the “Back” button and try again. Everything saved before is safe.

## Messages for programs
problem-not_json = The request is not JSON
problem-wrong_content = The content of the request has an error
problem-too_large = The request is too large
problem-unreadable = The request could not be read
problem-wrong_method = This address does not have this method
problem-not_found = There is no such address
problem-forbidden = You do not have permission
problem-signed_out = A key is needed
problem-conflict = The data has changed in the meantime
problem-throttled = Too many requests, wait for the time given in Retry-After
problem-unavailable = The service is not working for the moment, try again later
rules-error-too_long = The request is too long. Make it shorter.
rules-error-not_json = The body is not JSON. Check the brackets and quotation marks and send it in UTF-8.
rules-error-unknown_rule = There is no such rule. Remove the field “rule” or write “requirements” in it.
rules-error-unknown_field = There is no field “{ $field }”. Remove it. All fields are described in /openapi.json.
rules-error-missing_field = The field “{ $field }” is missing. Add it.
rules-error-wrong_type = The field “{ $field }” has the wrong type. The right one is described in /openapi.json.
rules-error-unknown_value = The field “{ $field }” cannot have this value. The possible values are listed in /openapi.json.
rules-error-impossible_date = The date in the field “{ $field }” does not exist. Write dates as YYYY-MM-DD.
rules-error-born_after_filing = The date of birth (born_on) is later than the day of filing (filed_on). Check both.
rules-error-unknown_mci = The MCI of this year is not known. Give a year for which it is known.
rules-error-unknown_year = The working days of this year are not known. Give a year for which they are known.
rules-error-not_answered = The answer could not be written. Repeat the request.

## Ресми емес аударма / Неофициальный перевод
unofficial-translation = This English text only helps you to understand. Only the Kazakh and Russian texts have legal force. The application itself and its documents are in Kazakh or Russian.

## Counting the sum, accessibility
funds-title = Do I have enough money?
funds-intro = The smallest amount for your account is counted in monthly calculation indexes (MCI). We change foreign money into tenge at the rate you type.
funds-counted = The amount needed on { $date }:
funds-amount = Amount in your account
    .hint = For example: 12000 or 12 000.50
    .why = A document proves your funds (order No. 642, row 8, item 3). Here we only calculate. 1320 MCI and 15 m² come from earlier rules and a draft. We did not find the text in force (order No. 531).
funds-rate = Exchange rate for one unit, in tenge
    .hint = For example: 475.75. If the amount is in tenge, leave this empty.
    .why = We compare the amounts in tenge. A document proves your funds (order No. 642, row 8, item 3).
funds-count = Calculate
funds-enough = This amount is enough.
funds-lacks = This amount is not enough. You still need:
funds-not-kept = We do not save what you type. The office compares the amount in the bank certificate with 1320 MCI on the day you apply. The rules in force may name another amount, so check it with the office. If no contract gives you a home, you need money for one too: 15 m² for each family member.
access-title = Accessibility of this portal
access-intro = This portal is made for old phones, screen readers, the keyboard alone and browsers without JavaScript.
access-tested = What was tested
access-tested-how = With each version of the portal a program looks at the pages of an invented office in each language. Their forms are empty, filled, or filled with errors. Of pages built alike it tests one by all rules.
access-tested-rules = The rules of WCAG 2.2, levels A and AA, that a program can test (axe-core).
access-tested-contrast = The contrast of text and background, in light and dark colours.
access-tested-narrow = A screen 320 pixels wide: no page scrolls sideways. This equals 400 per cent zoom.
access-tested-spacing = Text is not cut off when letters, words and lines are set further apart.
access-tested-targets = Buttons and links measure at least 24 pixels, apart from links inside a text.
access-tested-html = The HTML of the pages is valid (Nu checker).
access-tested-keyboard = Applications were submitted and reviewed from beginning to end with the keyboard alone.
access-tested-colours = Buttons and boxes stand out when the system chooses the colours. Nothing on the pages moves.
access-tested-script = Applications were submitted in Chromium and in Firefox, with and without JavaScript.
access-tested-text = Applications were submitted in the text browser w3m, from the first page to the last.
access-tested-slow = An application was submitted in a window of 360×640 pixels, slowed down like an old phone on slow 3G.
access-not = Known problems, and what is not tested yet
access-not-people = No people with disabilities have tried the portal yet.
access-not-readers = Nobody has gone the whole way with a screen reader yet (NVDA, TalkBack, VoiceOver).
access-not-text = In w3m two buttons do not work: changing the language on pages with questions, and removing a file.
access-not-papers = A screen reader may be unable to read files that people uploaded, such as scans and pictures.
access-not-english = English is only a help: the application and its documents are in Kazakh or Russian.
access-not-clients = The portal is tested on Linux only, in Chromium, Firefox and w3m. Safari and real telephones were not tried yet.
access-not-rare = Pages that only a broken database or file store causes, and the first administrator’s page, are not tested.
access-tell = If something does not work
access-tell-text = Tell the migration service office. It takes documents too.

## Parts of pages
tasks-usual = If you have your papers at hand, the application takes about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
tasks-left = The rest takes about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
style-title = What the pages are made of
style-intro = Every page is built from these parts. Only the makers of the portal see this page.
style-text = Text
    .third = A heading of the third level
    .hint = A hint looks like this.
style-spacing = Spacing
    .hint = Pieces mostly stand so far apart. The space grows with the size of the letters.
style-colours = Colours
    .hint = Each name has a light and a dark colour. When the system chooses the colours, its own replace all of these. So buttons and boxes have borders.
style-buttons = Buttons
style-boxes = Boxes
style-errors = Errors
style-notices = Notices and badges
style-lists = Lists
style-table = Table
style-desk = Parts of the officers’ pages
    .row = Rows of a list
    .state = Status
style-print = Print
    .hint = Paper shows no buttons, menus or hints, and all colours become black and white.
    .only = This line shows on paper only.
style-help = Help with pictures
