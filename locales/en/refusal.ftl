# From the notice of a refusal to the decision: objection, hearing, minutes.

move-object = Object
move-hear = Hold the hearing

event-objected = The applicant objected
event-hearing_appointed = The day of the hearing was set
event-hearing_recorded = The result of the hearing was written down
event-minutes_remarked = The applicant made remarks on the minutes

outcome-held = The hearing was held
outcome-absent = The applicant was not at the hearing

denied-no_evidence = A ground has no evidence. For each ground, choose the document, answer or approval that proves it, and write what it shows.
denied-term_over = The time to object is over. When the decision is made, you can complain about it.
denied-hearing_waits = The applicant asked for a hearing, and it has not been held yet. Hold it and write down the result first.
denied-hearing_not_asked = There is no hearing to hold: nobody asked for one, or it was held already. Look at the status of the case.
denied-nothing_said = Nothing is written. Write the text and send it again.
denied-too_long = The text is too long. Make it shorter and send it again.
denied-too_many = You have sent an objection five times already, so you cannot send another. Tell the office the rest.
denied-bad_time = Write hours and minutes, for example: 10:30.

objection-title = Object to the refusal
objection-more = Add to your objection
objection-lead = Write why you do not agree with the refusal, or ask for a hearing. You can do both at once.
objection-lead-more = Write what you want to add to what you wrote before.
objection-over = The time to object is over: the last day was { $day }.
objection-over-then = Now wait for the decision. If you do not agree with it, you can complain.
objection-text = Your objection
    .hint = Up to 4000 characters. Write which reason you do not agree with, and what confirms it.
    .why = You have the right to object within two working days (article 73 of the Administrative Procedural and Process-Related Code).
objection-hearing = I ask for a hearing
    .hint = The office sets a day. On that day you come to the office and speak for yourself. The office makes no decision before that.
    .why = A hearing is held if you ask for it (article 73 of the Administrative Procedural and Process-Related Code).
objection-send = Send the objection

minutes-remarks-title = Make remarks on the minutes
minutes-remarks-lead = If your words are written down wrong, or something is missing, say so here. Your remarks go into the case. The last day is { $day }.
minutes-remarks-over = The time for remarks on the minutes is over: the last day was { $day }. If you do not agree with the decision, you can complain about it.
minutes-remarks-text = Your remarks
    .hint = Up to 4000 characters. Write what is wrong in the minutes and what was really said.
    .why = You have the right to make remarks on the minutes within three working days (article 74 of the Administrative Procedural and Process-Related Code).
minutes-remarks-send = Send the remarks
minutes-remarks = Your remarks on the minutes
minutes-denied-term_over = The time for remarks on the minutes is over. If you do not agree with the decision, you can complain about it.
minutes-denied-too_many = You sent remarks five times and cannot send more. Tell the rest to the office.

track-was-prepared = What happened before the decision
track-rests-on = Evidence:
track-objected = You sent an objection: { $at }.
track-objection-more = You can add to it until the end of { $day }.
track-objections = Your objection
track-hearing-asked = You asked for a hearing.
track-hearing-not-yet = When the office sets the day of the hearing, you will see it on this page.
track-hearing = Hearing
track-hearing-on = Day and time of the hearing
track-hearing-place = Place
track-hearing-outcome = Result
track-hearing-come = Bring your passport. If you cannot come, tell the office in advance.
track-minutes = Minutes of the hearing
track-remarks-until = Last day for remarks on the minutes

ahead-hearing = The hearing is held
    .more = You come to the office and speak for yourself.
