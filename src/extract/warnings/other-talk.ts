import type { Analysis, Token } from "../../english/analysis.ts"
import { VIOLENT } from "./threat-words.ts"

/** Dangers of nature, of illness and of roads. */
const NATURE =
  /\b(?:volcan\w*|eruptions?|storms?|rains?|rainfall|monsoon|flood\w*|avalanches?|weather|forecasters?|meteorolog\w*|cyclones?|typhoons?|hurricanes?|tsunamis?|earthquakes?|quakes?|aftershocks?|wildfires?|bushfires?|heat ?waves?|covid\S*|coronavirus|pandemic|epidemic|influenza|flu|virus\w*|diseases?|cholera|malaria|measles|ebola|dengue|polio|outbreaks?|vaccin\w*|pollution|smog|droughts?|famine|hunger|malnutrition|tornado\w*|landslides?|mudslides?|asteroid|sharks?|icebergs?|doctors warn|health officials|hospitals? warned)\b/i
/** Games, and those who play them. */
const SPORT =
  /\b(?:coach|striker|strikers|midfielder|goalkeeper|defender|winger|referee|quarterback|batsman|bowler|boxer|boxing|playoffs?|semi-?finals?|first half|second half|half-?time|penalty|offside|goals?|match against|teammates?|his players|her players|premier league|world cup qualifier|innings|wicket|grand slam)\b/i
/** Strikes of workers, and what markets and parties do to each other. */
const LABOUR =
  /\b(?:unions?|unionists?|dockers?|teachers?|nurses?|pilots?|workers|employees|staff|wages?|pay (?:rise|deal|dispute|offer|talks)|walk-?outs?|doctors)\b/i
const MARKET =
  /\b(?:price war|trade war|war of words|bidding war|culture war|profit warning|currency|shares|stocks|bonds|investors|traders|exports|euro|dollar|tariffs?)\b/i
/** The danger is over. */
const OVER =
  /\b(?:threat|danger|risk|alert)\b(?! levels?\b| status\b)[^.;]{0,40}\b(?:has|had|have) (?:now )?(?:passed|receded|eased|diminished|subsided|been (?:lifted|averted|removed|neutrali[sz]ed))\b|\b(?:threat|danger) (?:is|was) over\b/i

/** Words in which a harm is none of violence: nature, games, markets, work, dangers gone by. */
export function isOtherTalk(analysis: Analysis, harm: Token): boolean {
  const sentence = analysis.sentences[harm.sentence]!
  const said = analysis.report.text.slice(sentence.start, sentence.end)
  if (OVER.test(said)) return true
  const isStrike = /^(?:strike|strikes)$/i.test(harm.text)
  if (isStrike && LABOUR.test(said) && !/\b(?:air|drone|missile|rocket|military|militants?|rebels?)\b/i.test(said))
    return true
  if (MARKET.test(said) && !VIOLENT.test(said)) return true
  if (!NATURE.test(said) && !SPORT.test(said)) return false
  return (
    !VIOLENT.test(said) &&
    !/\b(?:bomb\w*|gun\w*|shoot\w*|attack(?:s|ers?)? on|kidnap\w*|rockets?|missiles?|drones?|soldiers?|police said|intelligence|embassy|assassin\w*|coup|stab\w*)\b/i.test(
      said,
    ) &&
    !analysis.mentions.some(one => one.type === "armed-group" && sentence.start <= one.start && one.end <= sentence.end)
  )
}
