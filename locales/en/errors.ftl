# Error messages: what is wrong and what to do.
# “error-{code}” is a general sentence, “{step}-{field}-{code}” is a field’s own sentence.

## General

error-required = Answer this question.
error-unstated = If the list is complete, tick the box.
error-date = The date is not complete, or there is no such day. Write the day, month and year in digits, for example: 27 3 1990.
error-decimal = Write a number in digits, with at most four after the point, for example: 475.75.
error-sum = Write the amount in digits, for example: 12000 or 12,000.50.
error-number = Write a whole number in digits.
error-choice = Choose one answer from the list.
error-agree = If you agree, tick the box. Without it, we cannot accept the application.
error-length = The text is too long. Make it { $max } { $max ->
        [one] character
       *[other] characters
    } or shorter.
error-at_most = The number is too big. Write { $max } or less.
error-at_least = The number is too small. Write { $min } or more.
error-latin_name = Write in Latin letters. You can use spaces, full stops, hyphens and apostrophes.
error-cyrillic_name = Write in Kazakh or Russian letters. You can use spaces, full stops, hyphens and apostrophes.
error-name_in_latin = This is in Latin letters. If you know how it is written in Kazakh or Russian, write it that way; if not, leave it.
error-any_name = Only letters can go here. You can also use spaces, full stops, hyphens and apostrophes.
error-phone = The phone number is wrong. Write it with the country code, for example: +7 701 234 56 78.
error-email = The email address is wrong. Check it and write it again, for example: name@example.kz.
error-iin = The IIN is wrong. Compare the 12 digits with your document and write them again.
error-iin_or_bin = The IIN or BIN is wrong. Check the 12 digits. If you do not know the number, leave this empty.
error-paper_number = The number has a wrong character. Use only letters, digits, spaces and these signs: “-”, “/”, “.”, “№”.
error-postcode = The postcode is wrong. Write it like 050000 or A10A1B2. If you do not know it, leave this empty.
error-future = This day is in the future. Check the date and write it again.
error-too_long_ago = This date is too long ago. Check the year and write it again.
error-year = The year is wrong. Write four digits, for example: 1985.
error-until_before_from = The last day is before the first day. Check both dates.

## Rules of the application

error-citizen_of_kazakhstan = This permit is for foreigners and stateless persons. A citizen of Kazakhstan does not need it. If you chose Kazakhstan by mistake, correct the answer.
error-no_basis = To apply for this permit, you need one of the conditions in the list. Check the list again or ask at the migration service office.
error-representative_age = The representative must be 18 or older. Check the date of birth or name another representative.
error-before_birth = The date of issue is before your date of birth. Check both dates.
error-expires_before_issue = The last valid day must be after the date of issue. Check both dates.
error-visa_before_arrival = The visa ended on { $until }, but you arrived later, on { $arrived }. Check both dates.
error-visa_differs = This is not the visa that you named in “Your situation”. Check both answers.
error-visa_over = This day has passed. If the visa was extended or replaced, give the details of the new one.
error-arrived_before_birth = By these dates you arrived before you were born. Check the day of arrival and your date of birth.
error-basis_refugee = This answer is for people with refugee status. Answer “Yes” to the question about the status or choose another answer.
error-basis_resident = You chose permanent registration as your basis, but answered “No” here. Check both answers.
error-ground_possible = Your answers say that you were born in Kazakhstan or were once its citizen. If you are a former compatriot, mark that. Then you do not need proof of funds.
error-parent_born_later = Your parent is not older than you. Check how you are related and the year of birth.
error-before_own_birth = This date is before your date of birth. Check both dates.
error-finished_too_young = The year you finished does not fit your date of birth. Check both answers.
error-spouse_young = By this date of birth, your husband or wife is under 14. Check the date. If it is right, do not change anything.
error-joint_citizen = A citizen of Kazakhstan does not need this permit. Answer “No” or correct the citizenship.
error-ongoing_with_end = You answered that it is still going on. But there is an end date too: delete it or answer “No”.
error-passport_short = Your document expires too soon. It must be valid at least until { $until }. Replace the document first.
error-not_stateless = You said that you have a citizenship, but your document is for a stateless person. Check both answers.
error-iin_birth = The date of birth in the IIN differs from the one you wrote. Check the IIN and the date. If both are right, do not change anything.
error-iin_sex = The IIN shows a different sex. Check the IIN and the sex. If both are right, do not change anything.
error-child_grown = This child is already 18. Remove the child from this list and add them to your close relatives.
error-children_differ = { $listed ->
        [one] Your list has { $listed } child aged 14 to 17 who applies with you.
       *[other] Your list has { $listed } children aged 14 to 17 who apply with you.
    } The number here is different. Correct the number or the list.
error-contract_needed = You show proof of funds, so you need a notarised contract. Make one and choose “Contract”.
error-work_gap = The last five years are not complete: there is nothing from { $from } to { $until }. Add what you did at that time.
error-solvency_floor = The amount is too small. On the day you apply, the account must hold at least { $floor }. Check the amount or get a new certificate.
error-fee_short = You paid too little: the state fee on that day is { $due }. Check the amount or pay the fee in full.
error-unknown_mci = The portal does not have the MCI (monthly calculation index) of this year. Check the date. If it is right, contact the migration service office.
error-expelled_five_years = The five years after your expulsion end only on { $until }. Before that day, the office may refuse the permit. You can still apply.

## Files and documents

error-file_missing = There is no file. Upload a scan or a photo of the document.
error-file_empty = This file is empty. Choose another file.
error-file_format = Whatever its name ends in, this file is not a PDF, JPEG, PNG or WebP inside. Scan or photograph the document again and upload the new file.
error-file_too_large = The file is too large. Make it { $max } MB or smaller and upload it again.
error-files_too_large = All the files together are larger than { $max } MB. Remove a file you do not need, or make the files smaller.
error-photo_size = The photo has the wrong size. Upload a photo with a shape of 35×45 and at least 413×531 pixels.
error-photo_format = The format of the photo is wrong. Upload a JPEG, PNG or WebP file.
error-paper_stale = The document was issued more than 180 days ago. Its last valid day is { $until }. Get a new document.
error-translation_file_missing = There is no translation. Upload the notarised translation too.
error-translation_missing = This document needs a notarised translation into Kazakh or Russian. Get one and choose “Yes”.
error-not_legalised = The document is not legalised yet. Get an apostille or have it legalised, then change this answer.
error-not_legalised_treaty = The document is not legalised yet. Ask the office whether the treaty wants it. If not, choose that answer.
error-treaty_unlikely = A document from this country may need an apostille or legalisation. Check if a treaty makes it exempt. If so, do not change anything.

documents-issued_on-required = Write the date when the document was issued.
documents-issued_on-future = The date of issue is in the future. Compare it with the document and write it again.
documents-issued_in-required = Choose the country where the document was issued.
documents-language-required = Choose the language of the document.
documents-legalisation-required = Choose how the document was legalised.
photograph-files-file_missing = There is no photo. Upload a JPEG, PNG or WebP file.

## Your situation

situation-born_on-required = Write your date of birth.
situation-stateless-required = Choose “Yes” or “No”: are you a stateless person?
situation-citizenship-required = Choose your country of citizenship.
situation-stateless_without_papers-required = Choose “Yes” or “No”: were you recognised as stateless for this reason?
situation-basis-required = Choose on what basis you are in Kazakhstan.
situation-refugee-required = Choose “Yes” or “No”: do you have refugee status?
situation-citizenship_taken_through_mission-required = Choose “Yes” or “No”: did you get your citizenship through an embassy or consulate in Kazakhstan?
situation-permanently_registered-required = Choose “Yes” or “No”: do you have permanent registration at an address in Kazakhstan?
situation-incapable-required = Choose “Yes” or “No”: has a court declared you legally incapable?
situation-children_14_to_17-at_most = The number of children is too big. Write { $max } or less, and check the number.
situation-arrived_with_parent-required = Choose “Yes” or “No”: did you arrive with your parents or one of them?
situation-representative_resident-required = Choose “Yes” or “No”: is your legal representative a citizen or permanent resident of Kazakhstan?
situation-other_parent_abroad-required = Choose “Yes” or “No”: do one or both of your parents live outside Kazakhstan?

## Legal representative

representative-role-required = Choose who the representative is to the applicant.
representative-surname-required = Write the representative’s surname.
representative-given_names-required = Write the representative’s given names.
representative-born_on-required = Write the representative’s date of birth.
representative-paper_number-required = Write the number of the representative’s passport or identity card.
representative-phone-required = Write the representative’s phone number.
representative-authority-required = Write the name and number of the document that lets the representative act.

## Personal details

person-surname_latin-required = Write your surname in Latin letters, as in your passport.
person-surname-required = Write your surname in Kazakh or Russian letters.
person-had_other_name-required = Choose “Yes” or “No”: have you ever changed your surname, given names or patronymic?
person-former_name-required = Write your earlier full name: surname, given names and patronymic.
person-sex-required = Choose your sex.
person-birth_country-required = Choose the country where you were born.
person-birth_place-required = Write the city or village where you were born.
person-nationality-required = Choose your ethnic origin.
person-iin-iin = The IIN is wrong. Compare the 12 digits with your document. If you have no IIN, leave this empty.

## Identity document

passport-kind-required = Choose the kind of document.
passport-number-required = Write the number of the document.
passport-country-required = Choose the country that issued the document.
passport-issuer-required = Write which authority issued the document.
passport-issued_on-required = Write the date when the document was issued.
passport-expires_on-required = Write the last day the document is valid.

## Contacts and current address

contacts-phone-required = Write your phone number.
contacts-letters_in-required = Choose the language in which you want to get notices.
contacts-region-required = Choose the region or city where you live.
contacts-locality-required = Write the city or village where you live.
contacts-street-required = Write the street or microdistrict where you live.
contacts-house-required = Write the house number.

## Arrival in Kazakhstan

arrival-arrived_on-required = Write the date when you arrived in Kazakhstan.
arrival-visa-required = Choose the visa with which you arrived.
arrival-visa_number-required = Write the visa number.
arrival-visa_until-required = Write the last day the visa is valid.
arrival-purpose-required = Write why you came to Kazakhstan.
arrival-reason-required = Write why you want to live in Kazakhstan permanently.
arrival-abroad_country-required = Choose the country where you lived before.
arrival-abroad_address-required = Write your last address abroad.

## Place of permanent residence

residence-same_address-required = Choose “Yes” or “No”: will you stay at your current address?
residence-region-required = Choose the region or city where you will live.
residence-locality-required = Write the city or village where you will live.
residence-street-required = Write the street or microdistrict where you will live.
residence-house-required = Write the number of the house where you will live.
residence-provider-required = Choose who provides the home.
residence-provider_name-required = Write who provides the home: the person’s full name or the organisation’s name.
residence-paper-required = Choose what the notary certified: a contract or a statement.
residence-registered_days-required = Write for how many days you will have permanent registration at the address.
residence-registered_days-at_least = The time of registration is too short. The provider of the home must agree to at least { $min } { $min ->
        [one] calendar day
       *[other] calendar days
    }.

## Family

family-marital_status-required = Choose your marital status.
family-spouse_name-required = Write the full name of your husband or wife.
family-spouse_born_on-required = Write the date of birth of your husband or wife.
family-spouse_applies-required = Choose “Yes” or “No”: is your husband or wife applying for the permit too?
children-complete-required = Add a child, or tick the box that you have none.
children-complete-unstated = If you have listed all your children, tick the box.
children-name-required = Write the child’s full name.
children-born_on-required = Write the child’s date of birth.
children-applies_jointly-required = Choose “Yes” or “No”: is the child applying together with you?
children-lives_in_kazakhstan-required = Choose “Yes” or “No”: does the child live in Kazakhstan?
relatives-complete-required = Add a relative, or tick the box that you have none.
relatives-complete-unstated = If you have listed all your close relatives, tick the box.
relatives-relation-required = Choose who this person is to you.
relatives-name-required = Write the relative’s full name.
relatives-country-required = Choose the country where the relative lives.
relatives-birth_year-year = The year of birth is wrong. Write four digits or leave this empty.

## Education and work

education-level-required = Choose your level of education.
education-institution-required = Write the name of your school, college or university.
education-graduated_in-year = The year you finished is wrong. Write four digits, for example: 2012.
education-profession-required = Write your profession. If you have none, write “жоқ” in Kazakh or “нет” in Russian.
education-in_demand-required = You said that you have an in-demand profession. Choose it from the list.
work-complete-required = List the last five years in full, then tick the box.
work-complete-unstated = If you have listed the last five years in full, tick the box.
work-occupation-required = Choose what you did in this period.
work-from-required = Write the start date.
work-until-required = Write the end date.
work-until-until_before_from = The end date is before the start date. Check both dates.
work-ongoing-required = Choose “Yes” or “No”: is it still going on?
work-organisation-required = Write the name of the place of work or study, or the military unit.
work-country-required = Choose the country where this was.

## Proof of funds and state fee

solvency-bank-required = Write the name of the bank that issued the certificate.
solvency-amount-required = Write the amount from the bank certificate.
solvency-amount-number = Write the amount in digits only, without tiyn, for example: 6500000.
solvency-bank_may_answer-agree = We need your consent to ask the bank. Without it, nobody can check the certificate. If you agree, tick the box.
solvency-exempt_as-required = Choose why you do not need to show proof of funds.
solvency-exemption_paper-required = Write which document proves the reason.
fee-paid_on-required = Write the date when you paid the fee.
fee-amount-required = Write the amount you paid.
fee-amount-number = Write the amount in digits only, without tiyn, for example: 17300.
fee-receipt_number-required = Write the number of the payment document.
fee-payer-required = Write the full name of the person who paid.

## Criminal record, citizenship, earlier applications

history-convicted-required = Choose “Yes” or “No”: has a court ever convicted you of a crime?
history-convicted_details-required = Write about the conviction: when, in which country and for what.
history-prosecuted-required = Choose “Yes” or “No”: are you being prosecuted for a crime now?
history-prosecuted_details-required = Write about the criminal prosecution: in which country and for what.
history-expelled-required = Choose “Yes” or “No”: have you ever been expelled from Kazakhstan?
history-expelled_on-required = Write the date when you were expelled.
history-fined-required = Choose “Yes” or “No”: have you ever had an administrative penalty in Kazakhstan?
history-fined_details-required = Write about the administrative penalty: when and for what.
history-former_citizen-required = Choose “Yes” or “No”: were you ever a citizen of Kazakhstan or the Kazakh SSR?
history-citizenship_ended-required = Choose how that citizenship ended.
history-applied_before-required = Choose “Yes” or “No”: have you applied for this permit before?
history-applied_before_details-required = Write about the earlier application: when, where and what the decision was.

## Confirmation and consent

declaration-truthful-agree = Confirm that your information is true and complete: tick the box.
declaration-notices-agree = Confirm that your contact details are right: tick the box.
declaration-data_consent-agree = We need your consent to process your personal data. Without it, you cannot get this service. If you agree, tick the box.
declaration-signed_by-required = Write the full name of the person who gives consent.

## Signing in and officers

error-code_wrong = The application number and the code do not match. Check both and write them again.
error-sign_in_wrong = The login or the password is wrong. Check them and write them again.
error-staff_login = The login must have 3 to 40 characters. Use small Latin letters, digits, full stops, hyphens and underscores.
error-staff_login_taken = This login is already in use. Choose another one.
error-staff_name = Write the officer’s surname and initials, 100 characters at most.
error-staff_password = The password must have 12 to 200 characters; the login, repeated characters and rows like 12345 will not do. Choose another password.
error-staff_role = Choose the officer’s role.
error-staff_unit = Choose the migration service office.
error-staff_own_role = You cannot give up your own role of administrator. Ask another administrator.
error-staff_last_admin = This is the only administrator who can sign in, so the role cannot change. Appoint another one first.
error-password_again = Type the password again: the page does not keep it.
error-staff_changed = The account was changed while you filled in the page. Look at it as it is now, and save again.

## Why an action was not done

denied-move = The status of the application does not allow this action now. Refresh the page and check the status.
denied-findings = Some points in the application need correction. Correct them first.
denied-closed = You cannot change this part now. If the application is returned for correction, you can change only the parts named there.
denied-security_missing = There is no positive answer from the national security bodies. Without it, the law forbids granting the permit. Wait for the answer.
denied-too_early = It is too early for that.
denied-no_ground = No ground for refusal is chosen. Tick at least one.
denied-ground_unusable = This ground cannot be used for this applicant. Choose another one.
denied-no_reasons = There is no reason. Write the reason for the decision or the correction.
denied-nothing_named = Nothing is ticked. Tick at least one point and try again.
denied-originals_missing = Some originals have not been compared. Compare and tick each one.
denied-unknown_year = The calendar has no working days for this year. Contact the portal administrator.
denied-same_person = The person who prepared a decision cannot also make it. Give the case to another officer.
denied-too_much = There are too many files, or they are too large. Remove the ones you do not need, or make them smaller.
denied-bad_date = This date is not possible. Check it and write it again.
denied-not_asked = No request for this approval is recorded. Record the request first.
