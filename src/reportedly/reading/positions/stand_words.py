"""Words of stands: verbs and nouns that favour or oppose what follows them, what is good or bad, what is left open."""

from __future__ import annotations

import re


def _verbs(*stems: str) -> str:
    return "|".join(stems)


_NO_ADVERB = (  # of "shot back", "was back", "back and forth"
    r"(?<!shot )(?<!wrote )(?<!fired )(?<!snapped )(?<!shouted )(?<!hit )(?<!goes )(?<!be )(?<!is )(?<!was )(?<!were )"
    r"(?<!pare )(?<!walk )(?<!walked )(?<!walking )(?<!pared )(?<!step )(?=\w+ (?!(?:and|to|in|on|at|up)\b)|\w+$)"
)
_NO_NOUN = (
    r"(?<!has )(?<!have )(?<!had )(?<!strong )(?<!popular )(?<!broad )(?<!public )(?<!in )(?<!with )"  # of "support"
)
_BY = r"(?:\s+\w+){0,3}?\s+"  # a word or three between a verb and its preposition
_NO_PLACE = (  # who protests outside a parliament does so against something else
    r"(?!protest(?:s|ed|ing)? (?:outside|in|on|at|near|before|during|peacefully|until|today|tomorrow|tonight)\b)"
)
FAVOURED = _verbs(
    rf"(?:{_NO_ADVERB}back|{_NO_NOUN}support|support(?=e|i|s)|favou?r|champion|welcom|endors|advocat|approv|embrac|applaud|hail|propos|demand|urg|want|"
    r"preferr?|recommend|request|encourag|seek|tolerat)(?:e|es|s|ed|d|ing)?(?: for|(?! of\b))",
    r"approv(?:e|es|ed|ing) of",
    r"sought",
    rf"(?:call|push|press|plead|ask|appeal)(?:s|es|ed|ing)?{_BY}?(?:for|on|upon)",
    r"(?:campaign|lobby|lobbi|vot|argu|fight|pray)(?:e|es|s|ed|ing)?(?: \w+ly| hard)? (?:for|in favou?r of)",
    r"lean(?:s|ed|ing)? towards?|come out (?:for|in favou?r of)",
    r"insist(?:s|ed|ing)? (?:on|upon)|vot(?:e|es|ed|ing) (?:yes|aye)\b(?: on| to)?|st(?:ick|icks|icking|uck) with|"
    r"(?:can|could|would|will) live with",
    r"(?:agree|accept|decid|plan|intend)(?:e|s|d|ed|ned|ing|ning)?(?: to| with| on)?|decision",
    r"(?:would|['’]d) (?:very much )?like|signed up|stand(?:s|ing)? by|stood by",
    r"in favou?r of|supportive(?: of)?|(?:is|are|was|were) (?:delighted|pleased|happy) with",
    r"(?:speak|spoke|stand)(?:s|ing)? (?:up )?for|made (?:a|the) case for|"
    r"thr(?:ew|ows?|owing|own) (?:\w+ )?(?:weight|support|backing) behind",
    r"(?:advocate|supporter|proponent|champion) of",
    r"(?:pledg|vow|promis|offer|commit)(?:e|es|s|ed|t?ed|ing)?",
    r"(?:ready|willing|eager|determined|prepared|minded|inclined(?! to say))(?: to)?",
    r"(?:is|are|was|were|am|be|been|remains?|[’'](?:s|re|m)) (?:strongly |all )?(?:for|behind)"
    r"(?! (?:sale|now|the moment))",
    r"(?:is|are|was|were|am|be|been|[’'](?:s|re|m)) not (?:at all )?(?:against|opposed to)",
    r"(?:(?:full|complete|total|every|great|absolute|utmost) )?(?:confidence|faith) in",
    r"(?:has|have|had) (?:nothing against|no (?:objections? to|quarrel with|problem with))",
)
FAVOUR = _verbs(
    r"(?:support|enthusiasm|preference|calls?|demands?|proposals?|bid|plea|push) for",
    r"(?:endorsement|approval|embrace|backing) of|(?:full )?confidence in|consent (?:in principle )?to",
)
OPPOSED = _verbs(
    r"(?:(?<!as )oppos(?!ing views)|reject|refus|condemn|denounc|veto|resist|declin|criticiz|criticis|decr[iy]|disavow|"
    rf"{_NO_PLACE}protest|ignor|block|blast|slamm?|assail|exclud)(?:e|es|s|ed|d|ing|ies|ied)?(?: to| against)?",
    r"back(?:s|ed|ing)? (?:away|down|out) (?:from|of)|(?:see|sees|saw|seen) no (?:need|reason) (?:for|to)",
    r"(?:will not|won['’]t|would not|wouldn['’]t) hear of|complain(?:s|ed|ing|ts?)? (?:that|about|of)",
    r"rul(?:e|es|ed|ing) out",
    r"object(?:s|ed|ing)? to",
    r"appeal(?:s|ed|ing)? against|vot(?:e|es|ed|ing) (?:no|nay)\b(?: on| to)?",
    r"turn(?:s|ed|ing)? (?:down|against|away from)|turn against",
    rf"(?:rail|campaign|vot|fulminat|speak|spoke|warn|com|came|fight|fought|argu|lobby|lobbi|protest|stand|stood)"
    rf"(?:e|es|s|ed|ing)?{_BY}?against",
    r"(?:is|are|was|were|am|be|been|remains?|['’](?:s|re|m)) (?:\w+ly |dead |still |all )?against(?! the law)",
    r"push(?:es|ed|ing)? back (?:on|against)",
    r"(?:critic|opponent) of",
    r"(?:displeasure|displeased|unhappy|dissatisfied|impatient|disappointed|angry) (?:with|about|at|over)|"
    r"(?:critical|s[ck]eptical|wary) of",
    r"advis(?:e|es|ed|ing) against|no to|(?:no|lost|little) (?:confidence|faith) in",
    r"(?:do|does|did|would)(?: not|n['’]t) (?:share|recogni[sz]e|accept|support|back)",
)
OPPOSITION = _verbs(r"(?:opposition|objections?|resistance|hostility) to", r"(?:rejection|criticism) of", r"refusal")
UNDECIDED = (
    r"(?:is|are|was|were|be|remains?) open to|"
    r"(?:is|are|was|were|am|be|['’](?:s|re|m)) (?:still )?(?:considering|weighing|mulling|studying|"
    r"undecided(?: on| about)?)|"
    r"(?:would|will|could|may|might|['’]d) (?:still )?consider|"
    r"(?:(?:is|are|was|were|be|remains?) )?[“\"]?neither for nor against|"
    r"(?:has|have|had) (?:taken|made|reached) no (?:final )?decision(?: on| about)?|"
    r"(?:has|have|had)(?: not|n['’]t)(?: yet)? (?:decided|ruled out|turned down|said|"
    r"made up (?:my|our|his|her|its|their) minds?)(?: on| about)?(?: whether to)?|"
    r"(?:(?:has|have|had|is|are|was|were) )?yet to (?:decide|make up (?:my|our|his|her|its|their) minds?)"
    r"(?: on| about)?(?: whether to)?|"
    r"(?:(?:has|have|had|is|are|was|were) )?[“\"]?(?:yet to|not(?: yet)?) (?:be )?"
    r"(?:persuaded|convinced|"
    r"(?:tak(?:e|en)|adopt(?:ed)?|reach(?:ed)?) an? (?:position|stance|stand|view|decision|side))[”\"]?"
    r" (?:by|of|on|about)|"
    r"(?:did|do|does|would|will|wo|could|can)(?: not|n['’]t) (?:rule out|exclude)|cannot (?:rule out|exclude)|"
    r"[“\"]?(?:not|n['’]t)(?: (?:yet|quite)| [“\"]?)? ?ready[”\"]? to|undecided(?: on| about)?"
)
WORTH = (
    r"(?:(?P<against>unfair|wrong|unacceptable|illegal|unlawful|against the law|unconstitutional|"
    r"dangerous|mistake|bad|reckless|irresponsible|"
    r"outrageous|(?:in|un)appropriate|disast\w+|absurd|clumsy|unjust|harmful|pointless|unnecessary|insult\w*|outrage|shame\w*|"
    r"disgrac\w+|stupid|ridiculous|terrible|horrible|farce|betrayal|betray\w*|crazy|disgusting|immoral|naive|nonsense)|"
    r"(?P<for>good|right|best|necessary|essential|welcome|fair|vital|great|excellent|overdue|sensible|historic|sound))\b"
)
NEGATION = re.compile(
    r"\b(?:not|never|cannot|no longer|at no time|nobody|none|(?:refus|declin)(?:es?|ed|ing) to|unwilling to|"
    r"(?:lack|withdrawal) of|(?:refus|fail)(?:al|ure) to|no (?:intention of|(?:intention|plans?|wish|desire) to))\b|"
    r"n['’]t\b|\bnon-",
    re.IGNORECASE,
)
CUE = re.compile(rf"\b(?:(?P<against>{OPPOSED}|{OPPOSITION})|(?P<for>{FAVOURED}|{FAVOUR}))(?!\w)", re.IGNORECASE)
_OBJECT = (  # what is stopped, scrapped or fought is named behind it: not "fight on", "stop at the line"
    r"\b(?=\s+(?!(?:on|at|in|by|back|to|for|against|there|here|short|with|before|until|if|when|where|over|from|off|and|or|"
    r"course|alongside|as)\b)[\w“\"‘])"
)
_NO_CONTEST = (  # who fights an election takes part in it
    r"(?!\s+(?:all the way|it out|hard\w*|tooth|like)\b)"
    r"(?!\s+(?:(?:the|an?|this|next|every|his|her|its|their)\s+)?(?:[\w’'-]+\s+)?"
    r"(?:(?:by-)?elections?|seats?|campaigns?|primar(?:y|ies)|contests?|corner)\b)"
)
ENDS = re.compile(  # who is to do that is against what follows
    rf"(?:stop|halt|fight{_NO_CONTEST}|scrap|reverse|overturn|annul|repeal|abolish|tear up|undo|cancel|call off|"
    rf"prevent|thwart|avoid|refrain from|put an end to|keep (?:his|her|its|their) hands off|"
    rf"(?:stay|keep) (?:away from|out of)|steer clear of){_OBJECT}\s+",
    re.IGNORECASE,
)
ENDED = re.compile(  # whoever wants that something "be" that is against it
    r"(?:stopped|halted|scrapped|reversed|overturned|annulled|repealed|abolished|torn up|undone|cancell?ed|called off|"
    r"prevented|withdrawn|dropped|buried|burn(?:ed|t)|struck|turned down|thrown out|shelved|banned|excluded|"
    r"removed|deleted|taken out|dismantled|suspended(?! for)|locked(?! up)(?: away)?|shut(?! up)(?: down)?)\b",
    re.IGNORECASE,
)
