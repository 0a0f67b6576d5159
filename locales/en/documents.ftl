# Pages of the documents and the photograph

## The list of documents
papers-intro = We made this list from your answers. Open each document and upload its scan or a clear photo. Bring the originals to the office.
papers-unknown = Your documents depend on your date of birth and your situation. Answer those questions first.
papers-to-situation = Go to the questions about my situation
papers-returned = Your application was returned for correction. You can change only the documents that have a note from the officer or an unsafe file.
papers-filled-here = You fill it in here, on the portal
papers-count = { $count ->
    [one] { $count } file uploaded.
   *[other] { $count } files uploaded.
}
papers-good-until = Last valid day: { $day }.
papers-spare-title = Documents you no longer need
papers-spare = You changed your answers, so you do not need these documents now. You can remove their files.

## The page of one document
papers-to-list = Back to the list of documents
papers-why = Why you need it
papers-not-asked = With your present answers, you do not need this document. You can remove its files.
papers-official = Name in the order
papers-original = What the original must be like
papers-fresh = How long it is valid
papers-fresh-rule = { $days ->
    [one] { $days } calendar day from the date of issue. Enter the date of issue and we will calculate the last day.
   *[other] { $days } calendar days from the date of issue. Enter the date of issue and we will calculate the last day.
}
papers-fresh-unsure = The order gives the documents of item 3) a term of 180 calendar days at most. A birth certificate has no term, so the portal takes an old one too. The office decides.
papers-about = About the document
papers-files = Files
papers-no-files = No files yet.
papers-add = Upload files
    .hint = JPEG, PNG, WebP or PDF. You can choose several files at once, for example one file for each page.
    .why = { why-files }
papers-add-translation = Upload the translation
    .hint = If the document is not in Kazakh or Russian, upload its notarised translation here.
    .why = { why-translation }
papers-limits = { $files ->
    [one] Each file can be up to { $megabytes } MB. You can upload { $files } file for one document.
   *[other] Each file can be up to { $megabytes } MB. You can upload up to { $files } files for one document.
}
papers-limits-together = The files of all documents together can be up to { $megabytes } MB.
papers-free = Space left: { $size }.
papers-kilobytes = { $count } KB
papers-megabytes = { $count } MB
papers-is-translation = translation
papers-new-tab = (opens in a new tab)
papers-remove = Remove
papers-choose-again = Choose the files again: we did not save them.

## Why a file was not taken
error-too_many_files = You can upload up to { $max } files. Join the pages into one PDF file.
error-no_room_left = There is no space left for this file: you uploaded files on another page. Remove a file you do not need and upload this one again.

## The photograph
photo-intro = You need one photo. Bring a printed photo of 35×45 mm to the office, and upload the file here.
photo-yours = Your photo
photo-alt = The photo you uploaded
photo-add = Choose a photo
    .why = { why-photo }
photo-replace = Choose another photo
    .hint = The new photo will replace the old one.
    .why = { why-photo }
photo-file = A JPEG, PNG or WebP file, at least { $width }×{ $height } pixels.
photo-size = The file can be up to { $megabytes } MB.
photo-rules = What the photo must be like
photo-rules-source = The order gives only the size: 35×45 mm. The rules below are the general rules for photos in identity documents.
photo-rule-recent = The photo is from the last six months.
photo-rule-face = You look straight ahead. Your head is not turned or tilted, and your shoulders are level.
photo-rule-share = Your head fills 70–80 per cent of the height of the photo. In print, it is 32–36 mm from the chin to the top of the head.
photo-rule-look = Your face is calm, your mouth is closed. Your eyes are open and easy to see.
photo-rule-light = The light is even, with no shadows.
photo-rule-background = The background is plain white or light grey.
photo-rule-glasses = No dark glasses. Clear glasses are fine if they do not reflect light.
photo-rule-headwear = You may cover your head only for religious reasons. The outline of your face must be visible.
error-one_photo = You need only one photo, so we saved the first one. If you want another one, upload it alone.

## Pictures and explanations
passport-help = Where are the number, the dates and the two bottom lines?
picture-passport_number = The number is usually at the upper right. In some passports it stands elsewhere.
picture-passport_zone = The two lines at the bottom are the machine-readable zone. Copy your name in Latin letters from there.
picture-passport_dates = There are two dates: the day of issue and the last day of validity. The last day of validity is the later one.
photo-examples = Right and wrong photos
picture-photo_right = Right: you look straight ahead, the background is plain and light. The head fills 70 to 80 per cent of the height.
picture-photo_headscarf_right = Right: the headscarf leaves the face free from forehead to chin.
picture-photo_too_small = Wrong: the head is too small.
picture-photo_turned = Wrong: the head is turned to one side.
picture-photo_dark = Wrong: a shadow covers half of the face.
picture-photo_background = Wrong: other things can be seen behind the head.
picture-photo_glasses_glare = Wrong: the glasses hide the eyes.
translation-help = What is a notarised translation?
    .what = A translator puts the document into Kazakh or Russian, and a notary certifies the translator’s signature. You cannot translate it yourself.
    .whole = The whole document is translated, with its stamps and notes.
    .translator = It bears the translator’s name and signature.
    .notary = It bears the notary’s certificate, number in the register, date, signature and seal.
    .stitched = It is stitched to the document or its copy. Upload all the pages together.
