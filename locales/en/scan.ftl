# Checking files for viruses

scan-waiting = being checked
scan-infected = dangerous file
scan-tasks = A file of these papers holds a virus or other dangerous code. Remove the file and add another.
scan-track-title = A dangerous file was found
scan-bring-another = Nobody can open this file. Remove it and add another file of the paper.
scan-track-wait = Nobody can open this file. Prepare another file of the paper. You will add it if the application is returned for correction.
scan-track-waiting = Your files are being checked for viruses. You need not do anything.

event-file_infected = Dangerous code was found in a file
track-scan-document = Paper
track-by-portal = portal

error-file_infected = The file holds a virus or other dangerous code. Remove it and add another file of the paper.
denied-file_waiting = The file is still being checked for viruses. Try to open it a little later.
denied-file_infected = The file holds a virus or other dangerous code, so it does not open. Another file of the paper is needed.
denied-files_waiting = Some files are still being checked for viruses. Wait a little and accept the application again.
