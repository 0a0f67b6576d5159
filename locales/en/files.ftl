# Why a file is not taken, by its content. `error-{code}`

error-file_broken = The file is damaged and does not open. Check it on your computer. Scan or photograph the document again and upload the new file.
error-file_truncated = The file is not complete: its end is missing. Check whether it opens on your computer. If not, copy it again or scan the document again, and upload the new file.
error-file_heic = Pictures in HEIC format are not accepted. Set your phone’s camera to JPEG (“Most Compatible”) and take the picture again. You can also save this picture as JPEG and upload that.
error-file_other_picture = Pictures in this format are not accepted. Open the picture, save it as JPEG or PNG, and upload that file.
error-file_office = Files of text and tables (Word, Excel) are not accepted. Save the document as PDF and upload that file.
error-file_web = Web pages and SVG drawings are not accepted: there may be a program in them. Save the page as PDF and upload that file.
error-file_archive = Archives (ZIP, RAR) are not accepted. Take the files out of the archive and upload each one.
error-file_pixels = The picture is too large: at most { $max } megapixels are accepted. Make it smaller, save it and upload it again.
error-file_see_through = The picture has transparent places and is too large: such a picture may have at most { $max } megapixels. Save it as JPEG and upload that.
error-file_moving = This picture moves (it is an animation), but a still picture is needed. Take a new photo or scan, and upload the new file.
error-file_mixed = There is something else in this file: another file stands at its beginning or its end. Open it and save it as a new file, or scan the document again, and upload that.
error-pdf_encrypted = The PDF is protected by a password or by restrictions. Save it without protection, or scan the document, and upload that.
error-pdf_script = There is a program in this PDF, so it is not accepted. Open it, save it as a new PDF with “Print”, and upload the new file.
error-pdf_launch = This PDF starts other programs on the computer, so it is not accepted. Save it as a new PDF with “Print” and upload the new file.
error-pdf_embedded = There are other files inside this PDF, so it is not accepted. Save it as a new PDF with “Print”, and upload the documents inside it separately.
error-pdf_pixels = This PDF holds a picture of more than { $max } megapixels, so it is not accepted. Scan the document again at a lower resolution (300 dots per inch) and upload the new file.
error-pdf_unreadable = We could not check everything in this PDF. Save it as a new PDF with “Print”, or scan the document, and upload that.

## While files are being sent
papers-sending = Files are being sent
papers-waiting = The connection was lost. When it is back, sending goes on from the same place.
error-file_not_arrived = The file did not arrive. Choose it again.
