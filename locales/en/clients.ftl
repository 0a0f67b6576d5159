# Words about the page and the browser: how long the key is good.

ends-stay = Continue
ends-application-until = The application is open on this device until { $until }. Each visit to the portal extends this.
ends-application-soon = The application will close on this device at { $time }. Press the button to continue.
ends-application-last = The application will close on this device at { $time }. Save the page, then open the application again with its number and code.
ends-application-gone = The application has closed on this device. What you typed is still on this page. Open the application again, then save it.
ends-application-way = Open the application in a new tab
