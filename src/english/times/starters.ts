// First words of every expression that the rules know, beside numbers: closed classes of the language.
const WORDS = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
sunday monday tuesday wednesday thursday friday saturday sundays mondays tuesdays wednesdays thursdays fridays saturdays sun mon tues tue weds wed thurs thur thu fri sat
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
twenties thirties forties fifties sixties seventies eighties nineties a an half couple few several some many number handful
the this that these last next past previous coming upcoming following preceding ensuing current recent final opening closing same later earlier early late mid
beginning start middle end close turn sometime time all much just only about around nearly almost roughly approximately shortly more less over at exactly
every each annually today tonight tomorrow yesterday overnight now right currently presently nowadays recently lately once long not previously formerly soon in
noon midnight midday dawn dusk nightfall daybreak lunchtime pre-dawn morning mornings afternoon afternoons evening evenings night nights spring summer autumn fall winter
another whole remainder  upcoming rest black cyber workers int'l international eid ramadan islamic arabic hijri muharram noughties fortnight night secs
thanks international new christmas xmas boxing valentine valentines st saint earth juneteenth independence bastille halloween veterans veteran armistice remembrance groundhog columbus flag guy
martin mlk president presidents mother mothers father fathers memorial labor labour thanksgiving easter good ash palm april year calendar fiscal full
seconds minutes mins min hours hrs hr days weekends weekend weeks fortnight fortnights months quarters years decades centuries day week month quarter decade century minute hour
between from ad a.d`.split(/\s+/),
)

/** False when no rule can begin with the word: most words of a text are passed over at once. */
export function canStart(word: string): boolean {
  const first = word.charCodeAt(0)
  if ((48 <= first && first <= 57) || first === 39 || first === 8217) return true
  const lower = word.toLowerCase()
  return WORDS.has(lower) || WORDS.has(lower.replace(/[-–'’.].*$/, ""))
}
