// The idea of telling wrongly decoded text by pairs of characters that real words do not put together is that of ftfy by
// Robyn Speer (Apache-2.0); the classes and pairs below are kept to what news text needs.

const common = "\u00a0\u00ad·´–—―…’"
const bad = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº"
const law = "¶§"
const currency = "¢£¥₧€"
const startMarks = "¡«¿©΄΅‘‚“„•‹\uf8ff"
const endMarks = "®»˝”›™"
const numeric = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∫≈≠≡≤≥№"
const kaomoji = "Ò-ÖÙ-Üò-öø-üŐŌŪŲ°"
const upper = "À-ÑØÜÝĂĄĆČĎĐĘĚĞİĹĽŁŃŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐĀĒĢĪĶĻŅŖĖĮÃ"
const lower = "ßà-ñăąćčďđęěğĺľłœŕřśşšţťžźżґﬁﬂāēģīķļņŗėįųū"
const upperOther = "ÞΑ-ΡΣ-ΫЀ-Я"
const lowerOther = "α-ώа-ѐё-ѿ"
const box = "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
const c1 = "\\x80-\\x9f"

const pairs: readonly string[] = [
  `[${c1}]`,
  `[${bad}${lower}${upper}${box}${startMarks}${endMarks}${currency}${numeric}${law}][${bad}]`,
  `[a-zA-Z][${lowerOther}${upperOther}][${bad}]`,
  `[${bad}][${lower}${upper}${box}${startMarks}${endMarks}${currency}${numeric}${law}]`,
  `[${lower}${lowerOther}${box}${endMarks}${currency}${numeric}][${upper}]`,
  `[${box}${endMarks}${currency}${numeric}][${lower}]`,
  `[${lower}${box}${endMarks}][${currency}]`,
  `\\s[${upper}][${currency}]`,
  `[${upper}${box}][${numeric}${law}]`,
  `[${lower}${upper}${box}${currency}${endMarks}][${startMarks}][${numeric}]`,
  `[${lower}${upper}${currency}${numeric}${box}${law}][${endMarks}][${startMarks}]`,
  `[${currency}${numeric}${box}][${startMarks}]`,
  `[a-z][${upper}][${startMarks}${endMarks}]`,
  `[${box}][${kaomoji}]`,
  `[${lower}${upper}${currency}${numeric}${startMarks}${endMarks}${law}][${box}]`,
  `[${box}][${endMarks}]`,
  `[${lower}${upper}][${startMarks}${endMarks}]\\w`,
  "[ŒœÆæ][^\\p{L}\\s]",
  // Two letters of Latin-1 and what follows them in UTF-8 read as windows-1252.
  `[ÂÃÎÐ][€œŠš¢£Ÿž\u00a0\u00ad®©°·»${startMarks}${endMarks}–—´]`,
  "×[²³]",
  `[ØÙ][${common}${currency}${bad}${numeric}${startMarks}ŸŠ®°µ»][ØÙ][${common}${currency}${bad}${numeric}${startMarks}ŸŠ®°µ»]`,
  "à[²µ¹¼½¾]",
  "Ä°",
  // Two characters of three bytes each in a row: Korean, Chinese, Japanese, Thai
  `[à-ï][${c1}${bad}${law}${startMarks}${endMarks}${numeric}œžšŒŽŠŸ]{2}[à-ï]`,
  // MacRoman
  "√[±∂†≠®™´≤≥¥µø]",
  "√ü",
  "≈[°¢]",
  "‚Ä[ìîïòôúùû†°¢π]",
  "‚[âó][àä°ê]",
  // windows-1251
  "вЂ",
  `[ВГРС][${c1}${bad}${startMarks}${endMarks}${currency}°µ][ВГРС]`,
  "ГўВЂВ.[A-Za-z ]",
  // windows-1252, the vowels with accents that are most common
  "Ã[\u00a0¡]",
  "[a-z]\\s?[ÃÂ][ ]",
  "^[ÃÂ][ ]",
  `[a-z.,?!${endMarks}]Â[ ${startMarks}${endMarks}]`,
  // windows-1253
  "β€[™\u00a0Ά\u00ad®°]",
  `[ΒΓΞΟ][${c1}${bad}${startMarks}${endMarks}${currency}°][ΒΓΞΟ]`,
  // windows-1257
  "ā€",
]
const shape = new RegExp(pairs.join("|"), "u")

/** True when the text holds characters side by side that only wrong decoding puts there. */
export function isBad(text: string): boolean {
  return shape.test(text)
}
