// Source: as data/furniture.json; shapes of furniture lines that have a free part.
import type { RemovedLabel } from "../../core/report.ts"

/** A furniture line that has a free part. The first rule that fits decides. Tested on the line without marks at its ends. */
export const patterns: readonly (readonly [RemovedLabel, RegExp])[] = [
  [
    "share-bar",
    /^(click to )?(share|tweet|print|e-?mail)( this)?( article| story| post)? (on|to|via|with|by) [\p{L} ]{1,30}( \(opens in new window\))?$/iu,
  ],
  [
    "player",
    /^(please )?(enable|turn on|activate) javascript\b.{0,80}$|^(having trouble|can['’]?t see|cannot see|unable to|mobile users?|app users?|on a mobile device|if you are (using|on)|viewing on)\b.{0,60}\b(video|slideshow|gallery|player|app)\b.{0,100}$|^(scroll down|click|tap|see below) (here )?(for|to (watch|view|see|play)) .{0,40}(video|gallery|slideshow|photos?|pictures?|map)\b.{0,40}$|^(hide|show) transcript( (hide|show) transcript)?$|^watch (this|the) (story|report|video|clip|full report)\b.{0,40}$/i,
  ],
  [
    "share-bar",
    /^(like|follow|find|friend|join|connect with|visit) .{1,60}\b(on )?(the )?.{0,20}(facebook|twitter|instagram|youtube|telegram|whatsapp|social media)( page)?( ?[|,&/] ?(facebook|twitter|instagram|youtube|app|email))*$|^(read or )?share this (story|article|post):? ?https?:\S+$|^message: \*? ?a friend wanted you|^(add a location to your tweets|when you tweet with a location|never miss another (facebook )?post)\b.{0,300}$|^copy, paste & share\b.{0,100}$/i,
  ],
  [
    "comment-form",
    /^(you must enter the characters|enter the (code|characters|text) (you see|shown|below)|type the characters|have a (question|comment) about|write a letter to the editor|letters to the editor|\d+ pending comments?|be civil|keep it clean|comment policy|read our comment policy)\b.{0,200}$/i,
  ],
  [
    "navigation",
    /^(close )?(get|receive|sign up for|manage|turn on|set up|subscribe to) (free |our |daily |email |e-mail |breaking |news |text |mobile |push )+(news )?(notifications?|alerts?|newsletters?|updates)\b.{0,160}$/i,
  ],
  [
    "navigation",
    /^(your notification has been saved|there was a problem saving your|email notifications are only sent|just one more thing|we('ve| have) sent (you )?an? (verification|confirmation) e?-?mail|if you do not receive the verification|thank(s| you) for (registering|signing up|subscribing|your subscription)|by (submitting|completing) your registration|we look forward to seeing you|welcome back\.? please sign in|why are we asking this|click on the button below to|you are the owner of this article|no email address was supplied|please (confirm or modify|supply an|provide an|check the box|verify your)|re-?enter (your )?zip|get digital access|sorry, this zip ?code|you('ve| have)( now)? (read|reached|viewed|used) (the|your|all)|need an? (account|online subscription)|have an online subscription|\d+ (of|\/) \d+ (premium|free) (clicks|articles)|oops, you haven['’]t selected|whenever .{0,60} posts new content|click here (for|to) (reuse|reprint|return|sign)|report an error|submit a (news )?tip|send (us )?(your )?(news )?tips?|never miss a beat|be the first to know|upload your photos|keep up with (local )?(news|weather)|stay connected|keep checking|refresh \S+ and|find .{2,40} on twitter,? (facebook|instagram)|for more .{2,30} news,? listen)\b.{0,260}$/i,
  ],
  [
    "navigation",
    /^.{0,80}\b(download|grab|get|install) (the|our) (free )?[\p{L}\p{N} ]{0,30}\b(news )?apps?\b.{0,120}$/iu,
  ],
  [
    "metadata",
    /^(contact|reach|e-?mail|call|follow|write to) [^.!?]{2,80}\b(at|via|on)? ?[\w.+-]+@[\w-]+\.[\w.-]+.{0,160}$|^\p{Lu}[^.!?:]{2,60}[:|,] ?(\(?\d{3}\)?[ -]\d{3}-\d{4}|[\w.+-]+@[\w-]+\.[\w-]+|@\w+).{0,60}$/iu,
  ],
  [
    "metadata",
    /^(this is a (developing|breaking|live) (news )?(story|alert|event)\b.{0,200}|(this|the) (story|article|post|page) (will|is going to) be updated\b.{0,100}|(please )?(check|refresh|come|stay) (back|this page|with us|tuned)\b.{0,120}|more (details|information|on this story|to come|to follow|as it comes).{0,60}|details to follow|developing( story)?)$/i,
  ],
  ["share-bar", /^\d[\d.,]*[km]? (shares?|likes?|retweets|reactions|views|reads|claps)$/i],
  ["share-bar", /^(shares?|likes?|views|reads):? \d[\d.,]*[km]?$/i],
  ["share-bar", /^follow (us|me|our|@)\b.{0,80}$/i],
  ["share-bar", /^(join|follow) (us|our) (on|channel).{0,80}$/i],
  ["share-bar", /^share [^.]{0,40}\bon (social media|facebook|twitter|x|whatsapp|telegram)$/i],
  [
    "source-link",
    /^(source|via|original( article)?|original link|read (more|the (full|original) (article|story)))( (link|here|at))?:? ?https?:\/\/\S+$/i,
  ],
  ["source-link", /^https?:\/\/\S+$/i],
  [
    "source-link",
    /^(read|view|see|continue reading) (the )?(full|original|complete|entire|whole|rest of (the|this)) (article|story|post|report|entry)( (here|on|at) .{1,40})?$/i,
  ],
  ["source-link", /^click here to (read|view|see) (the )?(full|original|complete|rest).{0,60}$/i],
  [
    "advertisement",
    /^(story|article|content|text|post|report) continues? (below|after)( (this|the))?( ad(vert(isement)?)?)?$/i,
  ],
  ["advertisement", /^(sponsored|promoted|presented|powered|brought to you) by:? .{1,60}$/i],
  ["advertisement", /^ad(vertisement)? ?[-–—:|·•]? ?(scroll|continue|story|article|\d+ of \d+|spot_img).{0,40}$/i],
  ["advertisement", /^this (article|post|page|story) (may )?contains? (affiliate|sponsored) links.{0,120}$/i],
  ["advertisement", /^(ADVERTISEMENT|SPONSORED|PROMOTED)\b.{0,200}$/],
  [
    "player",
    /^(watch|listen|video|audio|podcast)( (now|live|below|more|here|also|the video|to this))?( ?[|:]|\s[–—-])(\s.{0,160})?$/i,
  ],
  ["player", /^your browser (does not|doesn't|doesn’t) support .{1,60}$/i],
  ["player", /^\d:\d{2} (?![ap]\.?m|[–—-])['"“‘\p{L}][^.]{8,160}$/iu],
  ["player", /^\d{1,2}:\d{2}( ?\/ ?\d{1,2}:\d{2})?$/],
  ["player", /^(playing|now playing|up next|next up):? .{1,100}$/i],
  ["player", /^(listen|watch) ?\(?(to|[0-9]+) .{0,40}(article|story|min(ute)?s?|sec)\)?$/i],
  ["player", /^\d+[ -]min(ute)? (listen|watch)$/i],
  [
    "player",
    /^((live|radio|tv|play|audio|video|volume|podcast|listen|camera|pause)( |$)){1,4}(icon|button|logo|player)?$/i,
  ],
  ["player", /^(image|photo|slide|picture)?\s?\d{1,3} (of|\/) \d{1,3}( (images?|photos?|slides?))?$/i],
  ["comment-form", /^\(?\d+\)? (comments?|responses?|replies|thoughts? on .{1,200})$/i],
  ["comment-form", /^(comments?|responses?|replies) ?[(:]? ?\d+\)?$/i],
  ["comment-form", /^(leave|post|write|add|submit) (a|your) (reply|comment)( to .{1,80}| cancel reply)?$/i],
  ["comment-form", /^your e-?mail (address )?will not be published.{0,80}$/i],
  [
    "comment-form",
    /^(please )?(log|sign) ?in( or (register|sign up|create an account))? to (comment|post|reply|leave|join).{0,60}$/i,
  ],
  [
    "comment-form",
    /^(save my name|notify me (of|when|by)|you must be logged in|this site uses akismet|by (submitting|posting) (a |your )?comment).{0,200}$/i,
  ],
  ["comment-form", /^(one|two|three|four|five|\d+) thoughts? on .{1,250}$/i],
  ["navigation", /^home( [>›»→|/] .{1,120}){1,6}$/i],
  ["navigation", /^\p{L}[\p{L} &]{0,30}( [>›»→] \p{L}[\p{L}\p{N} &'’:,-]{0,80}){1,6}$/u],
  ["navigation", /\bopens (in )?(a )?new (tab|window)\)?$/i],
  [
    "navigation",
    /^(see all|explore (more on )?(these|this|related)?|browse|more on these) ?topics?$|^(reuse|republish|license|purchase) this (content|article)$|^end of list$|^list (of )?\d+( of \d+)?( items?)?$/i,
  ],
  [
    "player",
    /^\d{1,2}:\d{2} - (source|credit): .{1,60}$|you can now listen to\b|^(video )?ad feedback$|^(video|media) (caption|report),? .{1,160}$|^video shows\b[^.]{5,120}$/i,
  ],
  [
    "metadata",
    /^(this (article|story|post) is (more than|over) .{1,20} old|(image|photo|picture|media) (source|copyright|credit),? .{1,80})$/i,
  ],
  ["navigation", /^page \d+( of \d+)?$/i],
  [
    "navigation",
    /^(tags?|topics?|filed under|categor(y|ies)|posted in|more on|keywords|labels|related tags|sections?|tagged( with)?)\s?[:|].{1,300}$/i,
  ],
  ["navigation", /^(#[\p{L}\p{N}_]+[\s,]*){1,20}$/u],
  [
    "navigation",
    /^(sign up|subscribe|register|log in|sign in|download|donate|join us|click here|tap here|get the (latest|app|best)|get (our|the) .{0,40}(newsletter|app|alerts?|inbox)|support (our|independent) (journalism|work|reporting)|stay (informed|up to date|connected|tuned))\b[^"“”]{0,200}$/i,
  ],
  [
    "navigation",
    /^(want|looking for|enjoy(ing|ed)?|do you like|like what you).{0,120}\b(subscribe|sign up|newsletter|join|download)\b.{0,120}$/i,
  ],
  [
    "navigation",
    /\b(in your inbox|to your inbox|newsletter (is|here)|free newsletter|our newsletters?|weekly newsletter|daily newsletter|push notifications?)\b/i,
  ],
  [
    "navigation",
    /^(we (and our \S+ ?(\S+ )?partners )?(use|store) cookies|this (site|website) uses cookies|by (continuing|using|clicking|signing)).{0,300}$/i,
  ],
  ["navigation", /^you have (\d+|no|one|two|three) (free )?articles? (left|remaining).{0,120}$/i],
  [
    "navigation",
    /^(this (article|story|content) is (for|available to|reserved|exclusive).{0,40}subscribers).{0,160}$/i,
  ],
  ["navigation", /^already (a subscriber|have an account|registered|a member)\?.{0,60}$/i],
  ["navigation", /^(next|previous|prev|older|newer) (post|article|story|page|entry)s?\b[^.]{0,160}$/i],
  ["navigation", /^(next|previous|prev) ?[:»›→←«‹][^.]{0,160}$/i],
  ["navigation", /^(skip|jump|back|return|go) to .{1,30}$/i],
  ["navigation", /\bskip (past|to the end of) .{0,40}(newsletter|promotion)/i],
  [
    "metadata",
    /^(urls?|link|permalink|source url|canonical|website|web ?site|guid|file ?name|retrieved|accessed|crawled|scraped|downloaded|language|lang|section|country|document ?id|doc ?id|load-date|publication(-type)?|publisher|outlet|site|site name)\s?:\s?(https?:\S+|[^.!?]{1,60})$/i,
  ],
  ["metadata", /^(body|text|full text|article|content|story)$/i],
  ["metadata", /^(reading time:? ?)?\d+[ -]?min(ute)?s?( of)? ?(read|reading)?( time)?$/i],
  ["metadata", /^(estimated )?(read(ing)?|listening) time:? .{1,30}$/i],
  [
    "metadata",
    /^(\d+|an?|one|two|three|four|five|six|yesterday|today|just) ?(second|minute|min|hour|hr|day|week|month|year)?s? ?(ago|now)?$/i,
  ],
  ["metadata", /^(views?|hits|read by|word count|length|id|ref(erence)?|isbn|doi|slug|post id)\s?[:#].{1,60}$/i],
  ["metadata", /^\(?(copyright|©|\(c\)) ?(copyright|©|\(c\))? ?(\d{4}|by )\S?.{0,200}$/iu],
  ["metadata", /^\(?(copyright|©|\(c\)) ?©? ?\p{L}[^.!?]{0,60}\.?$/iu],
  [
    "metadata",
    /^.{0,80}(©|all rights reserved|reproduction (without|in whole)|no part of this|may not be (reproduced|published|redistributed|copied)).{0,300}$/i,
  ],
  ["metadata", /^(\(\()?[\w.+-]+@[\w-]+\.[\w.-]+(;|\)|\s|$).{0,120}$/],
  ["metadata", /^\(\(.{1,200}\)\)$/],
  [
    "metadata",
    /^\((adds?|updates?|recasts?|corrects?|changes?|writes? through|refiles?|removes?|edits?|clarifies|fixes|story corrects|new throughout|repeats)\b[^.()]{2,200}\)$/i,
  ],
  ["metadata", /^[A-Z0-9-]{3,30}\/ ?(\([^)]{1,30}\)|[A-Z0-9 -]{0,30})$/],
]
