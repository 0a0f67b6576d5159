# The application form: steps, questions, answers to choose from.
# A question is “{step}-{field}”, its explanation “.hint”, an answer “{list}-{code}”.

## Shared words

yes = Yes
no = No
choose = Choose
day = Day
month = Month
year = Year
error-word = Error:
language-own-name = English

progress-not_started = Not started
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

date-in-words = { $day } { $month } { $year }
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
    .intro = We send messages to these contacts. The migration service office of the region or city where you live will examine your application.
step-arrival = Arrival in Kazakhstan
    .intro = Tell us when you came, with which visa and why.
step-residence = Where you will live
    .intro = Tell us where you will live when you get the permit and who provides the home.
step-family = Marital status
step-children = Children under 18
    .intro = Add all your children under 18: those who apply with you and those who do not.
step-relatives = Close relatives
    .intro = Add your close relatives in Kazakhstan and abroad: parents, children, brothers and sisters. Do not add your husband or wife and your children under 18 again.
step-education = Education and profession
step-work = Work in the last five years
    .intro = Show the last five years without gaps: work, study, military service, time without work or at home. You can leave out a gap of up to one month.
step-solvency = Proof of funds
    .intro = The law asks you to show proof of funds or to name a reason why you are exempt.
step-history = Criminal record, citizenship, earlier applications
    .intro = State bodies will check these answers, so write the truth. The answer “Yes” does not always mean a refusal.
step-fee = State fee
    .intro = The fee is 4 MCI on the day you pay. Copy the details from your payment document.
step-documents = Documents
    .intro = Upload a clear scan or photo of each document. You will bring the originals to the office in person.
step-photograph = Photo
    .intro = Upload one photo from the last six months. You will bring a printed photo of 35×45 mm to the office.
step-declaration = Confirmation and consent
    .intro = This is the last step. You confirm that your answers are true and agree to the processing of your personal data.

## Your situation

situation-born_on = Date of birth
    .hint = Use numbers, for example: 27 3 1990
situation-stateless = Are you a stateless person?
situation-citizenship = Your citizenship
    .hint = If you have no citizenship, leave this empty. If you have more than one, choose the country whose passport you used to enter Kazakhstan.
situation-stateless_without_papers = Were you recognised as stateless because you had no documents or had a 1974-type USSR passport?
    .hint = Only stateless people answer this.
situation-basis = On what basis are you in Kazakhstan?
situation-grounds = Which of these is true for you?
    .hint = Mark everything that fits. You will prove it with a document later. If nothing fits, leave this empty.
situation-refugee = Do you have refugee status in Kazakhstan?
situation-citizenship_taken_through_mission = Did you get the citizenship of another country through its embassy or consulate in Kazakhstan?
situation-permanently_registered = Do you have permanent registration at an address in Kazakhstan?
    .hint = Answer only if you answered “Yes” to the question above.
situation-incapable = Has a court declared you legally incapable (unable to act for yourself)?
situation-children_14_to_17 = How many children aged 14 to 17 apply together with you?
    .hint = If there are none, write 0. Do not count children who are already 18.
situation-arrived_with_parent = Did you come to Kazakhstan with your parents or with one of them?
situation-representative_resident = Is your legal representative a citizen of Kazakhstan or a permanent resident here?
    .hint = A legal representative is a parent, guardian or trustee.
situation-other_parent_abroad = Does one of your parents, or both, live outside Kazakhstan?

## Legal representative

representative-role = Who is the representative to the applicant?
representative-surname = Representative’s surname
representative-given_names = Representative’s given names
representative-patronymic = Representative’s patronymic (if they have one)
representative-born_on = Representative’s date of birth
representative-citizenship = Representative’s citizenship
    .hint = If they have no citizenship, leave this empty.
representative-iin = Representative’s IIN (if they have one)
    .hint = 12 digits. The first six usually mean the year, month and day of birth, for example: 850714…
representative-paper_number = Number of the representative’s passport or identity card
    .hint = For example: N1234567
representative-phone = Representative’s phone number
    .hint = With the country code, for example: +7 701 234 56 78
representative-authority-group = Document that proves the right to represent
representative-authority = Name and number of the document
    .hint = For example: the child’s birth certificate, or the decision that appoints the guardian.
representative-authority_issued_on = Date of issue of the document

## Personal details

person-as-in-passport = In Latin letters, as in your passport
person-surname_latin = Surname (in Latin letters)
    .hint = As in the two lines at the bottom of the passport page, for example: AKHMETOV
person-given_names_latin = Given names (in Latin letters)
    .hint = If your passport shows no given name, leave this empty.
person-in-cyrillic = In Kazakh or Russian letters
person-surname = Surname
person-given_names = Given names
person-patronymic = Patronymic (if you have one)
    .hint = A patronymic is a name made from your father’s name. If your passport does not show one, leave this empty.
person-had_other_name = Have you ever changed your surname, given names or patronymic?
person-if-name-changed = If you changed your name
person-former_name = Your earlier full name
    .hint = If you changed it several times, write all your earlier names.
person-former_name_until = Date of the change
person-former_name_reason = Reason for the change
    .hint = For example: marriage.
person-sex = Sex
person-where-born = Place of birth
person-birth_country = Country where you were born
    .hint = If that country no longer exists, choose the country where your place of birth is today.
person-birth_region = Region where you were born (if there is one)
person-birth_place = City or village where you were born
person-last_citizenship = Your last citizenship
    .hint = Only stateless people answer this. If you never had a citizenship, leave this empty.
person-nationality = Ethnic origin
    .hint = This is not your citizenship. For example: Kazakh, Uzbek, German.
person-iin = IIN (if you have one)
    .hint = The IIN is an individual identification number that Kazakhstan gives. It has 12 digits. The first six usually mean the year, month and day of birth, for example: 900327…

## Identity document

passport-kind = Kind of document
passport-number = Document number
    .hint = With the series, for example: N1234567
passport-country = Country that issued the document
passport-issuer = Authority that issued the document
    .hint = As it is written in the document.
passport-issued_on = Date of issue
passport-expires_on = Valid until
    .hint = After the day you submit the application, the document must be valid for at least 181 more days.

## Contacts and current address

contacts-phone = Phone number
    .hint = With the country code, for example: +7 701 234 56 78
contacts-email = Email (if you have one)
    .hint = For example: name@example.kz
contacts-letters_in = In which language do you want to get letters?
contacts-here = Your current address in Kazakhstan
contacts-region = Region or city
contacts-district = District (if there is one)
contacts-locality = City or village
    .hint = If you live in Astana, Almaty or Shymkent, write the name of the city again.
contacts-street = Street
    .hint = If the street has no name, write the microdistrict, for example: microdistrict 5.
contacts-house = House number
contacts-flat = Flat (if there is one)
contacts-postcode = Postcode (if you know it)
    .hint = For example: 050000 or A10A1B2

## Arrival in Kazakhstan

arrival-arrived_on = Date you arrived in Kazakhstan
    .hint = If you came several times, give the last time.
arrival-visa = Which visa did you arrive with?
arrival-if-visa = If you arrived with a visa
arrival-visa_number = Visa number
arrival-visa_from = Visa valid from
arrival-visa_until = Visa valid until
arrival-purpose = Why did you come to Kazakhstan?
arrival-reason = Why do you want to live in Kazakhstan permanently?
    .hint = Write briefly, in your own words.
arrival-abroad = Your last address abroad
arrival-abroad_country = Country where you lived before
arrival-abroad_address = Your address in that country
    .hint = Region, city or village, street, house.

## Where you will live

residence-same_address = Will you stay at your current address when you get the permit?
residence-if-other-address = If you will live at another address
residence-region = Region or city where you will live
residence-locality = City or village where you will live
residence-street = Street where you will live
residence-house = Number of the house where you will live
residence-flat = Flat where you will live (if there is one)
residence-provider = Who provides the home?
residence-if-provided = If another person or an organisation provides the home
residence-provider_name = Full name of the person, or name of the organisation, that provides the home
residence-provider_number = IIN or BIN of the person or organisation that provides the home (if you know it)
    .hint = 12 digits. A person has an IIN, an organisation has a BIN.
residence-paper = Notarised document
    .hint = If you show proof of funds, only a contract is accepted.
residence-notarised_on = Date the notary certified the document
residence-notary = Notary’s surname and given name
residence-notarial_number = Number in the notary’s register
    .hint = You can find it in the notary’s note on the document.
residence-registered_days = For how many days will you have permanent registration at this address?
    .hint = At least 180 calendar days. Write the number that is in the document.

## Marital status

family-marital_status = Your marital status
family-if-married = If you are married
family-spouse_name = Full name of your husband or wife
family-spouse_born_on = Date of birth of your husband or wife
family-spouse_citizenship = Citizenship of your husband or wife
    .hint = If they have no citizenship, leave this empty.
family-spouse_applies = Is your husband or wife also applying for a permanent residence permit?
family-citizenship_by_marriage = Did your citizenship change because of your marriage?
    .hint = Only women answer this. Mark “Yes” if you lost or changed your citizenship when you married or divorced. Also mark “Yes” if it happened when your husband changed his citizenship. The Convention on the Nationality of Married Women protects you.

## Children

children-add = Add a child
children-none = I have no children under 18
children-all = I have added all my children under 18
children-complete = The list of children is complete
children-name = Child’s full name
    .hint = Surname, given names and patronymic (if the child has one).
children-born_on = Child’s date of birth
children-citizenship = Child’s citizenship
    .hint = If the child has no citizenship, leave this empty.
children-applies_jointly = Does the child apply together with you?
children-lives_in_kazakhstan = Does the child live in Kazakhstan?

## Close relatives

relatives-add = Add a relative
relatives-none = I have no close relatives
relatives-all = I have added all my close relatives
relatives-complete = The list of relatives is complete
relatives-relation = Who is this person to you?
relatives-name = Relative’s full name
    .hint = Surname, given names and patronymic (if they have one).
relatives-birth_year = Year of birth (if you know it)
    .hint = Four digits, for example: 1962
relatives-citizenship = Relative’s citizenship
    .hint = If they have no citizenship or you do not know it, leave this empty.
relatives-country = In which country do they live?
relatives-address = Address (if you know it)

## Education and profession

education-level = Level of education
education-institution = Name of your school, college or university
    .hint = Write the last one you finished. If you did not finish school, leave this empty.
education-speciality = Field of study (if you have one)
education-graduated_in = Year you finished
    .hint = Four digits, for example: 2012
education-profession = Profession
    .hint = What work do you do? If you have no profession, write “жоқ” in Kazakh or “нет” in Russian.
education-if-in-demand = If you have an in-demand profession
education-in_demand = Your profession in the list of in-demand professions
education-occupation_group = Group in the national list of occupations (“ҰЖЖ” in Kazakh, “НКЗ” in Russian)
    .hint = You can find it in the petition from the state body of your sector.

## Work in the last five years

work-add = Add a period
work-none = I have shown all of the last five years
work-all = I have shown all of the last five years
work-complete = The list of periods is complete
work-occupation = What did you do in this period?
work-from = Start date
    .hint = If you do not know the exact day, write the first day of the month.
work-until = End date
    .hint = If it is still going on, leave this empty.
work-ongoing = Is it still going on?
work-where = Where it was
work-organisation = Name of the organisation
    .hint = Your place of work or study, or your military unit. If there was none, leave this empty.
work-position = Job title or speciality (if you had one)
work-country = Country
work-locality = City or village

## Proof of funds

solvency-bank = Bank that issued the certificate
    .hint = It must be a bank in Kazakhstan.
solvency-certificate_number = Certificate number (if there is one)
solvency-certificate_issued_on = Date the certificate was issued
    .hint = On the day you submit the application, the certificate must not be older than 180 calendar days.
solvency-amount = Amount in the account, in tenge
    .hint = At least 1320 MCI. Write digits only, without tiyn, for example: 6500000
solvency-bank_may_answer = I agree that the police may ask the bank about this certificate.
    .hint = The bank gives this information only with your written consent.
solvency-exempt_as = Why do you not need to show proof of funds?
    .hint = Mark the reason that you will prove with a document.
solvency-exemption_paper = Document that proves the reason
    .hint = Name, number and date. For example: a birth certificate or a certificate from an archive.

## Criminal record, citizenship, earlier applications

history-crime = Criminal record and prosecution
history-convicted = Have you ever been convicted of a crime?
    .hint = In any country.
history-convicted_details = Details of the conviction
    .hint = If “Yes”, write when, in which country and for what. Also write if the criminal record has been cleared or has expired.
history-prosecuted = Are you being prosecuted for a crime now?
history-prosecuted_details = Details of the prosecution
    .hint = If “Yes”, write in which country and for what.
history-in-kazakhstan = Breaking the law in Kazakhstan
history-expelled = Have you ever been expelled from Kazakhstan?
history-expelled_on = Date you were expelled
    .hint = Fill this in if “Yes”. If it happened several times, give the last date.
history-fined = Have you ever had an administrative penalty in Kazakhstan (for example, a fine)?
history-fined_details = Details of the administrative penalty
    .hint = If “Yes”, write when and for what.
history-citizenship = Earlier citizenship
history-former_citizen = Were you ever a citizen of Kazakhstan or of the Kazakh SSR?
history-citizenship_ended = How did that citizenship end?
    .hint = Answer only if you answered “Yes” to the question above.
history-applications = Earlier applications
history-applied_before = Have you applied for a permanent residence permit in Kazakhstan before?
history-applied_before_details = Details of the earlier application
    .hint = If “Yes”, write when, to which office and what the decision was.

## State fee

fee-paid_on = Date of payment
fee-amount = Amount you paid, in tenge
    .hint = Write digits only, without tiyn, for example: 17300
fee-receipt_number = Number of the payment document
    .hint = The number of the receipt or of the transaction.
fee-payer = Full name of the person who paid
    .hint = As in the payment document.
fee-bank = Bank you paid through (if you paid through a bank)

## Confirmation and consent

declaration-truthful = My answers are true and complete. I know that the permit can be refused if I give false information on purpose.
declaration-notices = The address, place of work, phone number and email that I gave are correct. I accept messages sent to them as proper and sufficient notice.
declaration-consent-title = Consent to the collection and processing of personal data
declaration-consent-why = Under the Law “On Personal Data and Their Protection”, the consent must give eight facts.
# The BIN belongs to the institution that runs the portal: it must be written here before the portal starts.
declaration-consent-operator = Operator.
    .text = The migration service office of the police department that examines your application. Its BIN will be added when the portal starts.
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
    .text = The data is collected to examine your application. You can withdraw your consent. Within fifteen working days, the processing will stop or you will get a refusal with reasons. Without your consent, the state service is refused.
declaration-data_consent = I agree to the collection and processing of my personal data on these conditions.
declaration-signed_by = Full name of the person who gives consent
    .hint = The applicant or the legal representative. You will sign the paper form at the office.

## About the document

paper-number = Document number (if there is one)
paper-dated = On the day you submit the application, this document must not be older than 180 calendar days.
paper-issued_on = Date of issue
paper-issuer = Who issued the document
paper-issued_in = Country where the document was issued
paper-language = Language of the document
paper-translated = Is there a notarised translation?
    .hint = A document in Kazakh or Russian does not need a translation.
paper-legalisation = How was the document legalised?
    .hint = You do not need to answer for a passport or for a document issued in Kazakhstan.

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

provider-person = A person
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
