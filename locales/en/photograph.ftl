# Texts of the photograph's page: the frame, the proposal, what the program noticed

## The frame
photo-proposal = The program chose this part of the picture. If it is right, press “Save and continue”. If not, move the face first.
photo-agreed = You chose this part of the picture. You can change it until you submit the application.
photo-move = Move the face
photo-step-left = Left
photo-step-right = Right
photo-step-up = Up
photo-step-down = Down
photo-step-closer = Larger
photo-step-farther = Smaller
photo-step-turn = Turn
photo-keys = The arrow keys move the face, + and − make it larger and smaller
photo-guides = The dashed lines show where the head should be. They are not in the saved photo.
photo-kept = We keep your own picture too, so you can choose another part of it. The officer does not see it.
photo-cut-here = You do not need to crop the picture first: we do it here, to a shape of 35×45.
photo-send = Upload the picture
photo-unchecked = We could not check the new part of the picture: the portal is not responding. Your change is not lost: press “Save and continue” to save it.
photo-nothing = The program noticed nothing to correct. The program does not check if the mouth is closed and the eyes are open. Please check the rules yourself too.
photo-advice = Look at this again
photo-advice-only = This is only advice. The program does not check if the mouth is closed and the eyes are open. If you think the photo is right, go on. An officer will look at it and may ask for another one.

## What the program noticed
error-photo_no_face = The program found no face. If your face is easy to see, move it into the frame yourself. If not, upload a picture in which you look straight ahead.
error-photo_faces = There seem to be several faces. Keep one person in the frame, or upload a picture of you alone.
error-photo_face_small = The head is small: about { $share } % of the height, and 70–80 % is needed. Press “Larger”.
error-photo_face_large = The head is too large: about { $share } % of the height, and 70–80 % is needed. Press “Smaller”. If there is no more space in the picture, take it from farther away.
error-photo_turned = The head seems to be turned to one side, by about { $degrees } degrees. Take the picture again and look straight into the camera.
error-photo_tilted = The head seems to be tilted, by about { $degrees } degrees. Take the picture again and hold your head straight.
error-photo_aside = The face is not in the middle. Move it with “Left” or “Right”.
error-photo_eyes_low = The eyes are too low. Press “Up”.
error-photo_eyes_high = The eyes are too high. Press “Down”.
error-photo_flat = The picture is pale. Wipe the lens and take it again in good light.
error-photo_side_light = The light comes from one side. Take the picture again, facing a window or a lamp.
error-photo_background_dark = The background is dark, or there is too little light. Take the picture again in good light, in front of a white or light grey wall.
error-photo_background_busy = The background is not plain: there seems to be an object or a shadow. Take the picture again in front of an empty light wall.
error-photo_background_colour = The background has a colour. Take the picture again in front of a white or light grey wall.
error-photo_small = The chosen part is small: { $width }×{ $height } pixels. For a clear print, it needs at least { $least_width }×{ $least_height } pixels. Take the picture from nearer or upload a larger one.
error-photo_blurred = The picture seems to be blurred. Take it again: hold the camera still and focus on the face.
error-photo_old = The camera says that the picture was taken on { $day }. It must be from the last six months: take a new one. If the date in the camera is wrong, do not change anything.
error-photo_unconfirmed = The program chose the part of the picture, and you have not agreed to it yet. Open the page of the photo, look at it and save it.

## How far this can be trusted
photo-program = How does the program look at the picture?
photo-program-how = The program finds eyes, nose, mouth and ears here, on the server, and sends the picture nowhere. Where the crown and the chin are is a guess.
photo-program-tried = It was tried with pictures of a few people only, and with drawn faces. This is very little: nobody knows how often it is wrong.
photo-program-errs = It may be wrong about a child, a beard, thick hair or light from behind. It does not check if the mouth is closed or the eyes are open.
photo-program-fair = Skin colour, a headscarf and glasses should not change the result. Light is measured by comparing one cheek with the other, not face with face. But there is little proof of it.
photo-program-clerk = So all it says is advice. Your application is not returned because of it: an officer looks at the photo.
