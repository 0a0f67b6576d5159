# The application form: steps, questions, answers to choose from.
# A question is “{step}-{field}”, its explanation “.hint”, an answer “{list}-{code}”.

## Shared words

yes = Yes
no = No
choose = Choose
choose-near = Neighbours and frequent choices
choose-others = Other countries
day = Day
month = Month
year = Year
error-word = Error:
language-own-name = English

progress-not_started = Not started
progress-unfinished = Not finished
progress-to_mend = To correct
progress-done = Ready

month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December

date-in-words = { $day } { $month } { $year }
moment-in-words = { $date }, { $time }

## Steps

step-situation = Your situation
    .intro = Your answers decide which documents you need and which questions we ask. If you fill in the application for a child or a legally incapable person, give that person’s details everywhere.
step-representative = Legal representative
    .intro = A legal representative applies for a person who is under 18 or legally incapable. On this page, give the representative’s details.
step-person = Personal details
    .intro = Write your details as they are in your passport. The officer will compare them with your documents.
step-passport = Identity document
    .intro = You will bring the original of this document to the office. An identity card that is only for use inside your country is not suitable.
step-contacts = Contacts and current address
    .intro = The office will send you notices to these contacts. The migration service office of the region or city where you live will examine your application.
step-arrival = Arrival in Kazakhstan
    .intro = Tell us when you came, with which visa and why.
step-residence = Where you will live
    .intro = Tell us where you will live when you get the permit and who provides the home.
step-family = Marital status
step-children = Children under 18
    .intro = Add all your children under 18: those who apply with you and those who do not.
step-relatives = Close relatives
    .intro = Add your close relatives in Kazakhstan and abroad: parents, children who are 18 or older, brothers and sisters. Do not add your husband or wife and your children under 18 again.
step-education = Education and profession
step-work = Work and study in the last five years
    .intro = Show the last five years without gaps: work, study, military service, time without work or at home. You can leave out a gap of up to one month.
step-solvency = Proof of funds
    .intro = Proof of funds shows that you have enough money. The law asks you to show it or to name a reason why you are exempt. You name such a reason in the section “{ step-situation }”.
step-history = Criminal record, citizenship, earlier applications
    .intro = State bodies will check these answers, so write the truth. The answer “Yes” does not always mean a refusal.
step-fee = State fee
    .intro = The fee is 4 MCI on the day of payment. Ask the office or your bank for the recipient and the payment code. If you have not paid yet, come back here after you pay.
step-documents = Documents
    .intro = Upload a clear scan or photo of each document. You will bring the originals to the office in person.
step-photograph = Photo
    .intro = Upload one photo from the last six months. You will bring a printed photo of 35×45 mm to the office.
step-declaration = Confirmation and consent
    .intro = You confirm that your answers are true and agree to the processing of your personal data. Then you check your answers and submit the application.

## Your situation

situation-born_on = Date of birth
    .hint = Use numbers, for example: 27 3 1990
    .why = { why-age }
situation-stateless = Are you a stateless person?
    .why = { why-who }
situation-citizenship = Your citizenship
    .hint = If you have no citizenship, leave this empty. If you have more than one, choose the country whose passport you used to enter Kazakhstan.
    .why = { why-who }
situation-stateless_without_papers = Were you recognised as stateless because you had no documents or had a 1974-type USSR passport?
    .hint = Only stateless people answer this.
    .why = { why-spared }
situation-basis = On what basis are you in Kazakhstan?
    .hint = A visa C2, C3 or C9 is enough only for ethnic Kazakhs. A temporary residence permit alone is not enough. Did you come without a visa and then get a temporary residence permit? Ask the office which answer fits you.
    .why = { why-who }
situation-grounds = Which of these is true for you?
    .hint = This is a separate question: are you exempt from proof of funds? Mark everything that fits. You will prove it with a document later. If you chose ethnic Kazakh above, you do not need to mark it again. Being married to a citizen of Kazakhstan does not by itself exempt you. If nothing fits or you are not sure, leave this empty: you can mark it later.
    .why = { why-exempt }
situation-refugee = Do you have refugee status in Kazakhstan?
    .hint = If you chose refugee status above, you do not have to answer.
    .why = { why-who }
situation-citizenship_taken_through_mission = Did you get the citizenship of another country through its embassy or consulate in Kazakhstan?
    .why = { why-who }
situation-permanently_registered = Do you have permanent registration at an address in Kazakhstan?
    .hint = Answer only if you answered “Yes” to the question above. If you chose permanent registration as your basis, you do not have to answer.
    .why = { why-who }
situation-incapable = Has a court declared you legally incapable (unable to act for yourself)?
    .why = { why-incapable }
situation-children_14_to_17 = How many children aged 14 to 17 apply together with you?
    .hint = If there are none, write 0. Do not count children who are already 18.
    .why = { why-children }
situation-arrived_with_parent = Did you come to Kazakhstan with your parents or with one of them?
    .why = { why-minor }
situation-representative_resident = Is your legal representative a citizen of Kazakhstan or a permanent resident here?
    .hint = A legal representative is a parent, guardian or trustee.
    .why = { why-minor }
situation-other_parent_abroad = Does one of your parents, or both, live outside Kazakhstan?
    .why = { why-minor }

## Legal representative

representative-role = Who is the representative to the applicant?
    .why = { why-representative }
representative-surname = Representative’s surname
    .why = { why-representative }
representative-given_names = Representative’s given names
    .why = { why-representative }
representative-patronymic = Representative’s patronymic (if they have one)
    .why = { why-representative }
representative-born_on = Representative’s date of birth
    .why = { why-representative }
representative-citizenship = Representative’s citizenship
    .hint = If they have no citizenship, leave this empty.
    .why = { why-representative }
representative-iin = Representative’s IIN (if they have one)
    .hint = 12 digits. The first six usually mean the year, month and day of birth, for example: 850714…
    .why = { why-representative }
representative-paper_number = Number of the representative’s passport or identity card
    .hint = For example: N1234567
    .why = { why-representative }
representative-phone = Representative’s phone number
    .hint = With the country code, for example: +7 701 234 56 78
    .why = { why-representative }
representative-authority-group = Document that proves the right to represent
representative-authority = Name and number of the document of authority
    .hint = For example: the child’s birth certificate, or the decision that appoints the guardian.
    .why = { why-representative }
representative-authority_issued_on = Date of issue of the document of authority (if there is one)
    .why = { why-representative }

## Personal details

person-as-in-passport = In Latin letters, as in your passport
person-surname_latin = Surname (in Latin letters)
    .hint = As in the two lines at the bottom of the passport page, for example: AKHMETOV
    .why = { why-identity }
person-given_names_latin = Given names (in Latin letters)
    .hint = If your passport shows no given name, leave this empty.
    .why = { why-identity }
person-in-cyrillic = In Kazakh or Russian letters
person-surname = Surname
    .hint = If your passport has no such letters, write as in the notarised translation of the passport.
    .why = { why-identity }
person-given_names = Given names
    .hint = { person-given_names_latin.hint }
    .why = { why-identity }
person-patronymic = Patronymic (if you have one)
    .hint = A patronymic is a name made from your father’s name, for example: Алишерович. If your passport does not show one, leave this empty.
    .why = { why-identity }
person-had_other_name = Have you ever changed your surname, given names or patronymic?
    .why = { why-identity }
person-if-name-changed = If you changed your name
person-former_name = Your earlier full name
    .hint = If you changed it several times, write all your earlier names.
    .why = { why-identity }
person-former_name_until = Date of the change (if you know it)
    .why = { why-identity }
person-former_name_reason = Reason for the change
    .hint = For example: marriage. If you do not want to answer, leave this empty.
    .why = { why-identity }
person-sex = Sex
    .why = { why-identity }
person-where-born = Place of birth
person-birth_country = Country where you were born
    .hint = If that country no longer exists, choose the country where your place of birth is today.
    .why = { why-birthplace }
person-birth_region = Region where you were born (if there is one)
    .why = { why-identity }
person-birth_place = City or village where you were born
    .why = { why-identity }
person-last_citizenship = Your last citizenship
    .hint = Only stateless people answer this. If you never had a citizenship, leave this empty.
    .why = { why-identity }
person-nationality = Ethnic origin
    .hint = This is not your citizenship. For example: Kazakh, Uzbek, German.
    .why = { why-nationality }
person-iin = IIN (if you have one)
    .hint = The IIN is an individual identification number that Kazakhstan gives. It has 12 digits. The first six usually mean the year, month and day of birth, for example: 900327…
    .why = { why-identity }

## Identity document

passport-kind = Kind of document
    .why = { why-passport }
passport-number = Document number
    .hint = With the series, for example: N1234567
    .why = { why-passport }
passport-country = Country that issued the document
    .why = { why-passport }
passport-issuer = Authority that issued the document
    .hint = As it is written in the document.
    .why = { why-passport }
passport-issued_on = Date of issue
    .why = { why-passport }
passport-expires_on = Valid until
    .hint = After the day you submit the application, the document must be valid for at least 181 more days.
    .why = { why-passport }

## Contacts and current address

contacts-phone = Phone number
    .hint = With the country code, for example: +7 701 234 56 78
    .why = { why-contact }
contacts-email = Email (if you have one)
    .hint = For example: name@example.kz
    .why = { why-contact }
contacts-letters_in = In which language do you want to get letters?
    .why = { why-contact }
contacts-here = Your current address in Kazakhstan
contacts-region = Region or city
    .why = { why-address }
contacts-district = District (if there is one)
    .why = { why-address }
contacts-locality = City or village
    .hint = If you live in Astana, Almaty or Shymkent, leave this empty.
    .why = { why-address }
contacts-street = Street
    .hint = If the street has no name, write the microdistrict, for example: microdistrict 5.
    .why = { why-address }
contacts-house = House number
    .why = { why-address }
contacts-flat = Flat (if there is one)
    .why = { why-address }
contacts-postcode = Postcode (if you know it)
    .hint = For example: 050000 or A10A1B2
    .why = { why-address }

## Arrival in Kazakhstan

arrival-arrived_on = Date you arrived in Kazakhstan
    .hint = If you came several times, give the last time.
    .why = { why-arrival }
arrival-visa = Which visa did you arrive with?
    .why = { why-arrival }
arrival-if-visa = If you arrived with a visa
arrival-visa_number = Visa number
    .why = { why-arrival }
arrival-visa_from = Visa valid from
    .hint = If the visa does not show it, leave this empty.
    .why = { why-arrival }
arrival-visa_until = Visa valid until
    .why = { why-arrival }
arrival-purpose = Why did you come to Kazakhstan?
    .why = { why-purpose }
arrival-reason = Why do you want to live in Kazakhstan permanently?
    .hint = Write briefly, in your own words.
    .why = { why-purpose }
arrival-abroad = Your last address abroad
arrival-abroad_country = Country where you lived before
    .why = { why-abroad }
arrival-abroad_address = Your address in that country
    .hint = Region, city or village, street, house.
    .why = { why-abroad }

## Where you will live

residence-same_address = Will you stay at your current address when you get the permit?
    .why = { why-housing }
residence-if-other-address = If you will live at another address
residence-region = Region or city where you will live
    .why = { why-housing }
residence-locality = City or village where you will live
    .hint = If it is Astana, Almaty or Shymkent, leave this empty. If it is a village, give the district too.
    .why = { why-housing }
residence-street = Street where you will live
    .hint = { contacts-street.hint }
    .why = { why-housing }
residence-house = Number of the house where you will live
    .why = { why-housing }
residence-flat = Flat where you will live (if there is one)
    .why = { why-housing }
residence-provider = Who provides the home?
    .hint = If the home is yours, ask the office what to bring.
    .why = { why-housing } The order names only a contract and a statement, but a list of 2026 names an ownership document too.
residence-if-provided = If another person or an organisation provides the home
residence-provider_name = Full name of the person, or name of the organisation, that provides the home
    .why = { why-housing }
residence-provider_number = IIN or BIN of the person or organisation that provides the home (if you know it)
    .hint = 12 digits. A person has an IIN, an organisation has a BIN.
    .why = { why-housing }
residence-paper = Notarised document
    .why = { why-housing }
residence-paper-later = If the document is not certified yet, leave this empty: the officer will see it in the document.
residence-notarised_on = Date the notary certified the document
    .hint = { residence-paper-later }
    .why = { why-housing }
residence-notary = Notary’s surname and given name
    .hint = { residence-paper-later }
    .why = { why-housing }
residence-notarial_number = Number in the notary’s register
    .hint = You can find it in the notary’s note on the document. { residence-paper-later }
    .why = { why-housing }
residence-registered_days = For how many days will you have permanent registration at this address?
    .hint = Write only the number of days that is in the document, for example: 365. It must be at least 180 calendar days. If the document gives no term, ask the office what to write.
    .why = { why-housing }

## Marital status

family-marital_status = Your marital status
    .why = { why-family }
family-if-married = If you are married
family-spouse_name = Full name of your husband or wife
    .hint = Surname, given names and patronymic (if there is one). Latin letters are fine.
    .why = { why-family }
family-spouse_born_on = Date of birth of your husband or wife
    .why = { why-family }
family-spouse_citizenship = Citizenship of your husband or wife
    .hint = If they have no citizenship, leave this empty.
    .why = { why-family }
family-spouse_applies = Is your husband or wife also applying for a permanent residence permit?
    .why = { why-family }
family-citizenship_by_marriage = Did your citizenship change because of your marriage?
    .hint = Only women answer this. Mark “Yes” if you lost or changed your citizenship when you married or divorced. Also mark “Yes” if it happened when your husband changed his citizenship. The Convention on the Nationality of Married Women protects you.
    .why = { why-spared }

## Children

children-add = Add a child
record-children = Child
children-none = I have no children under 18
children-all = I have added all my children under 18
children-complete = The list of children is complete
    .why = { why-children }
children-name = Child’s full name
    .hint = Surname, given names and patronymic (if there is one). Latin letters are fine.
    .why = { why-children }
children-born_on = Child’s date of birth
    .why = { why-children }
children-citizenship = Child’s citizenship
    .hint = If the child has no citizenship, leave this empty.
    .why = { why-children }
children-applies_jointly = Does the child apply together with you?
    .hint = If yes, ask the office which documents the child needs.
    .why = { why-children }
children-lives_in_kazakhstan = Does the child live in Kazakhstan?
    .why = { why-children }

## Close relatives

relatives-add = Add a relative
record-relatives = Relative
relatives-none = I have no close relatives
relatives-all = I have added all my close relatives
relatives-complete = The list of relatives is complete
    .why = { why-relatives }
relatives-relation = Who is this person to you?
    .why = { why-relatives }
relatives-name = Relative’s full name
    .hint = Surname, given names and patronymic (if there is one). Latin letters are fine.
    .why = { why-relatives }
relatives-birth_year = Year of birth (if you know it)
    .hint = Four digits, for example: 1962
    .why = { why-relatives }
relatives-citizenship = Relative’s citizenship
    .hint = If they have no citizenship or you do not know it, leave this empty.
    .why = { why-relatives }
relatives-country = In which country do they live?
    .why = { why-relatives }
relatives-address = Address (if you know it)
    .why = { why-relatives }

## Education and profession

education-level = Level of education
    .hint = After a college or a vocational school choose technical and vocational education.
    .why = { why-education }
education-institution = Name of your school, college or university
    .hint = Write the last one you finished. If you did not finish school, leave this empty.
    .why = { why-education }
education-speciality = Field of study (if you have one)
    .why = { why-education }
education-graduated_in = Year you finished
    .hint = Four digits, for example: 2012. If you did not finish, leave this empty.
    .why = { why-education }
education-profession = Profession
    .hint = What work do you do? If you have no profession, write “жоқ” in Kazakh or “нет” in Russian.
    .why = { why-education }
education-if-in-demand = If you have an in-demand profession
education-in_demand = Your profession in the list of in-demand professions
    .why = { why-in-demand }
education-occupation_group = Group in the national list of occupations (“ҰЖЖ” in Kazakh, “НКЗ” in Russian), if you know it
    .hint = You can find it in the petition from the state body of your sector.
    .why = { why-in-demand }

## Work in the last five years

work-add = Add a period
record-work = Period of work or study
work-none = No periods are shown
work-first = First add at least one period: work, study, service or time without work.
work-all = I have shown all of the last five years
work-complete = The list of periods is complete
    .why = { why-work }
work-occupation = What did you do in this period?
    .why = { why-work }
work-now = now
work-from = Start date
    .hint = If you do not know the exact day, write the first day of the month.
    .why = { why-work }
work-until = End date
    .hint = If it is still going on, leave this empty.
    .why = { why-work }
work-ongoing = Is it still going on?
    .why = { why-work }
work-where = Where it was
work-organisation = Name of the organisation
    .hint = Your place of work or study, or your military unit. If you worked for private persons, write so. Otherwise leave this empty.
    .why = { why-work }
work-position = Job title or speciality (if you had one)
    .why = { why-work }
work-country = Country
    .why = { why-work }
work-locality = City or village (if you know it)
    .why = { why-work }

## Proof of funds

solvency-exempt-intro = You named a reason why you do not need to show proof of funds. Write which document proves it.
solvency-bank = Bank that issued the certificate
    .hint = It must be a bank in Kazakhstan.
    .why = { why-solvency }
solvency-amount = Amount in the account, in tenge
    .hint = At least 1320 MCI. Write digits only, without tiyn, for example: 6500000
    .why = { why-solvency }
solvency-floor-today = Today 1320 MCI is { $sum }.
solvency-bank_may_answer = I agree that the police may ask the bank about this certificate.
    .hint = The bank gives this information only with your written consent.
    .why = { why-solvency }
solvency-exempt_as = Why do you not need to show proof of funds?
    .hint = Mark the reason that you will prove with a document.
    .why = { why-exempt }
solvency-exemption_paper = Document that proves the reason
    .hint = Name, number and date. For example: a certificate from an archive, proof of a family relationship or a petition of a sectoral body.
    .why = { why-exempt }

## Criminal record, citizenship, earlier applications

history-crime = Criminal record and prosecution
history-convicted = Have you ever been convicted of a crime?
    .hint = In any country.
    .why = { why-history }
history-convicted_details = Details of the conviction
    .hint = If “Yes”, write when, in which country and for what. Also write if the criminal record has been cleared or has expired.
    .why = { why-history }
history-prosecuted = Are you being prosecuted for a crime now?
    .why = { why-history }
history-prosecuted_details = Details of the prosecution
    .hint = If “Yes”, write in which country and for what.
    .why = { why-history }
history-in-kazakhstan = Breaking the law in Kazakhstan
history-expelled = Have you ever been expelled from Kazakhstan?
    .why = { why-history }
history-expelled_on = Date you were expelled
    .hint = Fill this in if “Yes”. If it happened several times, give the last date.
    .why = { why-history }
history-fined = Have you ever had an administrative penalty in Kazakhstan (for example, a fine)?
    .hint = A fine for a traffic offence counts too.
    .why = { why-history }
history-fined_details = Details of the administrative penalty
    .hint = If “Yes”, write when and for what.
    .why = { why-history }
history-citizenship = Earlier citizenship
history-former_citizen = Were you ever a citizen of Kazakhstan or of the Kazakh SSR?
    .why = { why-former-citizen }
history-citizenship_ended = How did that citizenship end?
    .hint = Answer only if you answered “Yes” to the question above.
    .why = { why-former-citizen }
history-applications = Earlier applications
history-applied_before = Have you applied for a permanent residence permit in Kazakhstan before?
    .why = { why-history }
history-applied_before_details = Details of the earlier application
    .hint = If “Yes”, write when, to which office and what the decision was.
    .why = { why-history }

## State fee

fee-paid_on = Date of payment
    .why = { why-fee }
fee-amount = Amount you paid, in tenge
    .hint = Write digits only, without tiyn, for example: 17300
    .why = { why-fee }
fee-today = Today 4 MCI is { $sum }.
fee-receipt_number = Number of the payment document
    .hint = The number of the receipt or of the transaction.
    .why = { why-fee }
fee-payer = Full name of the person who paid
    .hint = As in the payment document.
    .why = { why-fee }
fee-bank = Bank you paid through (if you paid through a bank)
    .why = { why-fee }

## Confirmation and consent

declaration-truthful = My answers are true and complete. I know that the permit can be refused if I give false information on purpose.
    .why = { why-declaration }
declaration-notices = The address, place of work, phone number and email that I gave are correct. I accept messages sent to them as proper and sufficient notice.
    .hint = In other words: if a notice is sent to these contacts, you agree that you were notified.
    .why = { why-declaration }
declaration-consent-title = Consent to the collection and processing of personal data
declaration-consent-why = Under the Law “On Personal Data and Their Protection”, the consent must give eight facts.
# The BIN belongs to the institution that runs the portal: it must be written here before the portal starts.
declaration-consent-operator = Operator.
    .text = The migration service office of the police department that examines your application.
declaration-consent-subject = Data subject.
    .text = The applicant named in this application form. If a legal representative acts for the applicant, the representative too.
declaration-consent-term = How long the consent lasts.
    .text = From the day you submit the application until the end of the storage period set by law.
declaration-consent-third-parties = Passing data to third parties.
    .text = The national security bodies get the data, because they must approve the application. The internal affairs bodies that take part in the check get it too. If you show proof of funds, a request also goes to the bank that issued the certificate.
declaration-consent-abroad = Passing data across borders.
    .text = The portal does not pass data to other countries.
declaration-consent-public = Public sources.
    .text = The data is not published in such sources.
declaration-consent-data = Data collected.
    .text = What you give in the application form: name, date and place of birth, sex, ethnic origin, citizenship, IIN. Also the details of your documents, your address and contacts. Also facts about your family, education, work, proof of funds and criminal record, your health documents and your photo.
declaration-consent-other = Other facts.
    .text = The data is collected to examine your application. You can withdraw your consent. Within fifteen working days, the processing will stop, or you will be told why it does not. Without your consent, the state service is refused.
declaration-data_consent = I agree to the collection and processing of my personal data on these conditions.
    .why = { why-declaration }
declaration-signed_by = Full name of the person who gives consent
    .hint = The applicant or the legal representative. You will sign the paper form at the office.
    .why = { why-declaration }

## About the document

paper-number = Document number (if there is one)
    .why = { why-paper }
paper-issued_on = Date of issue
    .why = { why-paper }
paper-issuer = Who issued the document
    .hint = If the document does not show it, leave this empty.
    .why = { why-paper }
paper-issued_in = Country where the document was issued
    .why = { why-paper }
paper-language = Language of the document
    .hint = If there are several, choose Kazakh or Russian if it is one of them.
    .why = { why-translation }
paper-translated = Is there a notarised translation?
    .hint = A document in Kazakh or Russian does not need a translation.
    .why = { why-translation }
paper-legalisation = How was the document legalised?
    .hint = You do not need to answer for a document issued in Kazakhstan. Ask the office if you do not know of a treaty with your country.
    .why = { why-legalisation }

## Answers to choose from

basis-b8 = B8 visa: for getting a permanent residence permit
basis-b9 = B9 visa: for a person with an in-demand profession
basis-investor = Multiple-entry investor visa
basis-visa_free = No visa: my country and Kazakhstan have a visa-free travel agreement
basis-ethnic_kazakh = Any visa: I am an ethnic Kazakh
basis-refugee = Refugee status
basis-resident = Permanent registration at an address in Kazakhstan
basis-none = None of these

role-parent = Parent
role-guardian = Guardian
role-trustee = Trustee

sex-female = Female
sex-male = Male

passport_kind-passport = Passport for travel abroad
passport_kind-stateless = Stateless person’s document
passport_kind-refugee = Refugee’s document

letters-kk = In Kazakh
letters-ru = In Russian

provider-person = Another person, for example my spouse, a relative or the owner of the flat
provider-organisation = An organisation
provider-own = The home is my own

housing_paper-contract = Contract
housing_paper-statement = Statement

marital-single = Never married
marital-married = Married
marital-divorced = Divorced
marital-widowed = Widowed

education-none = Did not finish school
education-secondary = Secondary school
education-vocational = Technical and vocational education
education-bachelor = Higher education
education-master = Master’s degree
education-doctor = Doctoral degree

occupation-work = Work
occupation-own_business = Own business
occupation-study = Study
occupation-service = Military service
occupation-home = Housework or child care
occupation-unemployed = Without work
occupation-pension = Retired

citizenship_end-left = I gave up citizenship of Kazakhstan
citizenship_end-took_another = I took citizenship of another country
citizenship_end-lost = I lost citizenship of Kazakhstan
citizenship_end-deprived = Kazakhstan took away my citizenship
citizenship_end-soviet_only = I was a citizen of the Kazakh SSR only

profession-it_infrastructure_architect = IT infrastructure architect
profession-software_architect = Software architect
profession-neonatologist = Neonatologist
profession-oncologist = Oncologist
profession-endocrinologist = Endocrinologist
profession-neurosurgeon = Neurosurgeon
profession-hematologist = Haematologist
profession-bacteriologist = Bacteriologist
profession-medical_physicist = Engineer – medical physicist
profession-medical_radiochemist = Engineer – medical radiochemist
profession-pharmacy_engineer = Process engineer (pharmacy)
profession-organic_engineer = Research engineer in organic substances technology
profession-inorganic_engineer = Research engineer in inorganic substances technology
profession-minerals_engineer = Research engineer in mineral processing
profession-pulp_engineer = Research engineer in pulp and paper, printing and fibre production technology
profession-space_engineer = Engineer for hardware and software of space systems
profession-innovation_engineer = Engineer for introducing new equipment and technology
profession-aviation_engineer = Aviation engineer
profession-laser_engineer = Laser technology engineer
profession-training_master = Industrial training instructor (engineering)
profession-textile_classifier = Textile raw materials classifier (sorter)
profession-other = Another profession from the list

legalisation-apostille = It has an apostille
legalisation-consular = A consulate legalised it
legalisation-treaty = It needs no legalisation because of an international treaty
legalisation-not_yet = It is not legalised yet

## Why it is asked

why-asked = Why do you ask?
why-age = The list of documents and the questions depend on your age: 14, 16 and 18 matter (order No. 642, row 8).
why-who = Your answer decides if you may apply and which documents you need (order No. 642, row 8).
why-exempt = The law makes some people exempt: they give no proof of funds (article 49, sub-paragraph 4, of the law on migration).
why-spared = Some grounds for refusal do not apply to such people (order No. 642, row 9).
why-minor = If the applicant is under 18, a legal representative applies, and the list of documents is different (order No. 642, row 8).
why-incapable = For such a person a legal representative applies (order No. 642, row 8).
why-representative = The office checks who the representative is and what authority they have (order No. 642, row 8).
why-identity = The office compares this with your passport and with state records (appendix 4 to the Rules; we did not find the official form).
why-nationality = The law makes some things easier for ethnic Kazakhs (order No. 642, rows 8 and 9).
why-birthplace = The law makes some things easier for people born in Kazakhstan or the Kazakh SSR (articles 1 and 49 of the law on migration).
why-passport = Your passport must be valid for more than 180 days after the day you apply (order No. 642, row 8, item 2).
why-contact = The office uses this to send you notices and the decision (article 66 of the Administrative Procedural and Process-Related Code).
why-address = The office of the place where you live decides on your application (appendix 3 to the Rules, row 1; we did not find its text).
why-arrival = Your arrival and visa show whether you have the right to apply (polisia.kz, 2025; we did not find the text of the rule).
why-purpose = Your reasons go into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-abroad = Your last address abroad goes into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-housing = A notarised document proves your housing and the consent to register you there (order No. 642, row 8, item 6).
why-family = Your marital status goes into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-children = Your children go into the application form. A child aged 14 to 17 who applies with you must consent (order No. 642, row 8, item 5).
why-relatives = Your close relatives go into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-education = Your education and profession go into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-in-demand = People with an in-demand profession give no proof of funds (article 49, sub-paragraph 4, of the law on migration; the list: order No. 49 of the Minister of Labour, 20 February 2023).
why-work = Your work and studies in the last five years go into the application form: the office decides from it (appendix 4 to the Rules; we did not find the official form).
why-solvency = A document proves your funds (order No. 642, row 8, item 3). The bank certificate and 1320 MCI come from earlier rules and a draft. We did not find the text in force (order No. 531).
why-history = The law says that the office must check if there are grounds for refusal (article 49 of the law on migration).
why-former-citizen = Some things are easier for former citizens, but loss of citizenship may be a ground for refusal (article 49 of the law on migration).
why-fee = The state fee is 4 MCI; the receipt proves that it is paid (order No. 642, row 8, item 9; article 666 of the Tax Code).
why-paper = This shows whether the document is valid and not older than 180 days (order No. 642, row 8).
why-files = The order says which documents an application needs; the office checks them from the files (order No. 642, row 8; later documents stand in other orders).
why-photo = An application needs one photo, 35×45 mm (order No. 642, row 8, item 8).
why-translation = A document in a foreign language needs a notarised translation (order No. 642, row 8, part on documents in foreign languages).
why-legalisation = A document from abroad needs an apostille or legalisation; for some countries neither is needed (order No. 642, row 8).
why-declaration = Without your statement and consent you cannot submit the application (law on personal data and their protection).
