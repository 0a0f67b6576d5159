# Checking files for viruses

scan-waiting = being checked for viruses
scan-infected = dangerous file
scan-tasks = A file of these documents has a virus or other dangerous code. Remove the file and upload another.
scan-track-title = A dangerous file was found
scan-bring-another = Nobody can open this file. Remove it and upload another file of the document.
scan-track-wait = Nobody can open this file. Prepare another file of the document. You will upload it if the application is returned for correction.
scan-track-waiting = Some of your files are still being checked for viruses. You do not need to do anything for this check.

event-file_infected = Dangerous code was found in a file
track-scan-document = Document
track-by-portal = portal

error-file_infected = The file has a virus or other dangerous code. Remove it and upload another file of the document.
denied-file_waiting = The file is still being checked for viruses. Try to open it a little later.
denied-file_infected = The file has a virus or other dangerous code, so it does not open. Another file of the document is needed.
denied-files_waiting = Some files are still being checked for viruses. Open this page again when the check has ended: then the application can be accepted.
