// Verbs and adjectives of English that end in a silent e, where their inflected forms do not show it ("hoped", "stormed").
// Source: verb lemmas of UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), with own additions.

/** Verbs in e that no rule of spelling tells from others. */
export const verbsInE: ReadonlySet<string> = new Set(
  `
abide abjure abuse accede accuse acquire adhere admire adore adventure advertise advise agree airline allude amaze
analyse apologise appease appetite apprise arise arrange ascribe aspire assume assure attribute authorise awake azure
backfire bake bale bare barricade base baseline bathe be become beware bike bite blame blaze blockade brake breathe
bribe broke browse bruise cache cake cannonade canoe capsize capture care cascade case cause cease cede censure
centralise chafe challenge change chase chime choke choose circumscribe cite close code coincide collapse collide
collude combine come commute compare compete compile complete compose comprise compromise compute concede conclude
condone confide confine confuse conjecture conjure connote console conspire constitute consume contravene contribute
convene convoke convulse cope corrode costume craze create creature criticise crusade culture cure customise dare
deadline decide declare decline decompose decrease defile define defuse degrade delete delude demobilise demote
denature denote denude deplore depose depute describe desire despite destabilise determine devise devote diagnose
diffuse dilute dine disagree disclose disenfranchise disguise dislike displease dispose dispute distribute divide
divine doctrine dole dope dote downgrade drake drape duke dynamite ease eclipse elapse electrocute elope emote encase
enclose endure enfranchise enshrine ensure entwine envelope equalise erase erode escape evade evoke examine exchange
excite exclude excrete excuse execute exercise exile expedite expire explode explore expose extradite eye fade fake
famine feature figure file fine finesse fire fissure flee flute forebode foresee forsake fracture frame freeze fuse
fusillade game gaze gene gesture glare glaze graze gripe grope guarantee guide guideline headline hide hike hire hope
hospitalise house hype ideate ignite ignore imagine immunise impale impede implode implore impose impute incite
incline include increase indite inflame infringe infuse inhale injure inquire inscribe inspire institute insure intake
intercede interfere interpose intervene intrude invade invite invoke jeopardise joke knife lake lapse lecture legalise
like line lope lose lure machine magazine make manufacture marine masquerade massacre mature maximise measure mine
minimise misfire mistake mobilise mute name neutralise normalise note nuke nurture obscene obscure obtrude ooze oppose
organise outline outshine overcome overexpose oversee overtake owe parachute parade parole partake paste pause
penalise perjure permeate persecute persevere perspire persuade phase phone phrase picture pile pine pipe pipeline
plane please plunge poke pollute pose postpone posture practise praise precede preclude predetermine premise prepare
prescribe preside pressure presume pride prioritise probe procure promise promote propose proscribe prosecute
prostitute provide provoke prune puke puncture purchase quake quarantine quote radicalise raise rake range rape
realise reassure rebuke recapture recede recite recline recognise reconcile reconfigure reconvene recreate redefine
refine refuse refute rehire reimpose reinsure release remote rename repulse repurpose repute require reschedule reside
respire restore resume retake retire retribute reunite reuse revise revoke ridicule rise rope rote route routine rule
rupture salute scare scene schedule scope score scrape secede secrete secure seethe seizure serene shade shake shape
share shine shoe showcase side signature site slide slope smile smoke smote snake sneeze snipe snooze spare specialise
spike square squeeze stabilise stake stampede stare stoke store strafe streamline strife strike stripe structure
stymie subdivide submarine subscribe subside substitute subsume summarise supersede supervise suppose surprise suture
swipe tame tape taste tease telescope televise terrorise tie time tone tonsure torture tote trade transcribe transpire
transpose treasure tribute tripe tune type underline undermine underscore undertake unite upgrade upstage urbanise use
utilise venture vie vote vouchsafe wake wane waste welcome wheeze wine wipe wire write writhe wrote yoke
`
    .trim()
    .split(/\s+/),
)

/** Adjectives in e with forms in -er and -est. */
export const adjectivesInE: ReadonlySet<string> = new Set(
  "able brave close fine large late nice rude safe simple strange sure true wide wise severe fierce dense tense intense remote strange pure pale ripe rare scarce gentle humble noble subtle little feeble stable vague huge loose white blue free cute crude rude blunte grave lame tame sane sore sincere secure obscure extreme".split(
    " ",
  ),
)
