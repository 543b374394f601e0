"""The words that make plain what becomes of a contact, as they stand before and behind the words that name it."""

from __future__ import annotations

import re

from reportedly.records.contact import ContactStatus

_ADVERB = r"(?:(?!only\b|merely\b|simply\b)[a-z]+ly|ever|yet|now|then|also|even|again|either|both|all|still|once)"
_NO_QUALITY = (
    r"(?:of|to|with|in|on|for|at|by|from|about|over|after|before|during|until|since|that|who|whom|which|and|or|but|as|"
    r"if|whether|when|where|while|because|is|are|was|were|be|been|has|have|had|will|would|not|said|says|told|he|she|"
    r"they|it|we|you|him|them|me|us|longer|doubt|one|date|need|time|the|an?|any|his|her|their|its|our|my|this|these|those)\b"
)
_QUALITIES = rf"(?:(?!{_NO_QUALITY})[\w’'-]+\s+){{0,3}}"
_PHRASE = rf"(?:(?:the|an?|any|his|her|their|its|our|my|this|that|these|those|another)\s+)?{_QUALITIES}"
_HAVING = (
    r"(?:be|hold(?:ing)?|held|hav(?:e|ing)|had|conduct\w*|resum\w+|begin|start|mak(?:e|ing)|made|pay(?:ing)?|paid|"
    r"tak(?:e|ing)|receiv\w+|host\w*|seek\w*|enter(?:ing)?(?:\s+into)?|engag\w+\s+in|agree(?:ing)?\s+to)"
)
_JOINING = (  # others may have what the one who stays away does not join: "will not attend the talks"
    r"(?:attend\w*|join\w*|tak(?:e|ing)\s+part\s+in|participat\w+\s+in|(?:go|com|return)(?:e|ing)?\s+to)"
    r"(?=\s+(?!(?:the|his|her|their|its|this|that)\b|\w+day[’']s))"
)
_PREPOSITION = (
    r"of|to|with|in|on|for|at|by|from|about|over|after|before|during|until|since|as|despite|following|without|against"
)
_TO_VERB = rf"(?:\s+{_ADVERB})*(?:\s+to)?(?:\s+(?:be|{_ADVERB}))*\s+\Z"
_TO_NOUN = rf"(?:\s+{_ADVERB})*(?:\s+to)?\s+(?:{_HAVING}|{_JOINING})\s+{_PHRASE}\Z"
_BARE = rf"(?<!\sto)\s+{_PHRASE}\Z"
_NOT = r"(?:\s+not|n[’']t|\s+never)"
_SUBJECT = r"(?:[\w.’'-]+\s+){1,6}?"
_REPORTS = r"(?:an?\s+|the\s+)?(?:media\s+)?(?:reports?|claims?|allegations?|rumou?rs|suggestions?|speculation)"
_WISH = r"requests?|invitations?|offers?|proposals?|calls?|appeals?|bids?|pleas?|suggestions?|demands?|overtures?"


def _said(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _leading(words: str, *, bare: bool = False) -> re.Pattern[str]:
    """Words that govern a contact, with nothing between but the rest of its own phrase: "will not hold more talks".

    `bare` are those that take a noun by themselves: "called off the talks".
    """
    return _said(rf"\b(?:{words})(?:{_TO_VERB}|{_TO_NOUN}{f'|{_BARE}' if bare else ''})")


NOUN = _said(
    r"(?:meetings?|talks|visits?|trips?|calls?|summits?|contacts?|conversations?|negotiations|dialogue|discussions?|"
    r"sessions?|encounters?|hearings?|ceremon(?:y|ies)|rounds?|dinners?|lunch(?:es)?|breakfasts?|audiences?|debates?|"
    r"consultations?|appointments?|handshakes?|letters?)\b"
)
PAST = _said(r"(?:met|spoke|talked|visited|called|telephoned|phoned|rang|wrote|held|saw|received)\b")

# What ends or refuses a contact, unless it is itself denied, unsure, or only says more of a noun.
_OFF = _leading(
    r"(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)?\s+off|postpon(?:e|es|ed|ing)|put(?:s|ting)?\s+off|"
    r"scrap(?:s|ped|ping)?|shelv(?:e|es|ed|ing)|skip(?:s|ped|ping)?|ditch(?:es|ed|ing)|(?:cried|cries)\s+off|"
    r"(?:pull(?:s|ed|ing)?|back(?:s|ed|ing)?|duck(?:s|ed|ing)?|bow(?:s|ed|ing)?|drop(?:s|ped|ping)?)\s+out\s+of|"
    r"withdr(?:ew|aws|awn|awing)\s+from)(?:\s+(?:(?:his|her|their|its|all|any|the)\s+)?plans?\s+(?:to|for))?",
    bare=True,
)
_REFUSED = _leading(
    r"(?:refus|declin)(?:e|es|ed|ing)\s+to|"
    r"(?:(?:refus|declin)(?:e|es|ed|ing)|reject(?:s|ed|ing)?|spurn(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|"
    r"turn(?:s|ed|ing)?\s+down)"
    rf"(?:\s+(?:[\w.’'-]+\s+){{0,3}}?(?:{_WISH})\b[^.;:,]{{0,60}}?\s(?:for|to))?|"
    rf"boycott(?:s|ed|ing)?|(?:was|were|been)\s+(?:{_ADVERB}\s+)?denied|unwilling\s+to|no\s+(?:intention|wish|desire)\s+(?:of|to)|"
    r"(?:has|have|had|with)\s+no\s+(?:\w+\s+){0,2}?plans?\s+(?:to|for|of)|no\s+(?:interest\s+in|reason\s+(?:to|for))",
    bare=True,
)
ENDING: tuple[tuple[re.Pattern[str], ContactStatus], ...] = ((_OFF, "cancelled"), (_REFUSED, "refused"))
RULED_OUT = _leading(
    r"(?:rul(?:e|es|ed|ing)\s+out|exclud(?:e|es|ed|ing))(?:\s+(?:the\s+)?(?:possibility|idea|prospect|chance)\s+of)?",
    bare=True,
)
NEGATED = _said(
    r"(?:\bnot|n[’']t|\bnever|\bno|\bnor|\bcannot|\bwithout|\bstop(?:ped|s)?\s+short\s+of|\b(?:refus|declin)\w+\s+to)"
    rf"(?:\s+(?:be|{_ADVERB}))*\s+\Z"
)
UNSURE = _said(
    r"\b(?:threat\w*|may|might|could|would|should|if|unless|whether|urg\w+|ask\w*|call(?:s|ed|ing)?\s+(?:for|on)|"
    r"consider\w*|hop(?:e|es|ed|ing)|fear\w*|want\w*|demand\w*|press\w*|weigh\w*|mull\w*)\b[^,;.]{0,30}\Z"
)
DESCRIBES = _said(r"\b(?:the|an?|his|her|their|its|previously|twice|long|once)[\s-]+\Z")
OWN: tuple[tuple[re.Pattern[str], ContactStatus], ...] = (  # contacts that are named by what becomes of them
    (_said(r"(?:call(?:s|ed|ing)?\s+off|cancel\w*|postpon\w*|scrapp\w*|skipp\w*)\b"), "cancelled"),
    (_said(r"(?:snub\w*|refus\w*|declin\w*|spurn\w*|rebuff\w*|reject\w*|boycott\w*)\b"), "refused"),
    (_said(r"invit(?:e|es|ed|ing)\b"), "possible"),
)

WILL_NOT = _leading(
    rf"(?:(?:will|shall|would|can|wo|sha|ca){_NOT}|cannot)|"
    rf"(?:(?:is|are|was|were|am)|[’'](?:s|re|m)){_NOT}\s+(?:going|willing|ready|prepared|planning|interested\s+in|open\s+to)|"
    rf"(?:do|does|did){_NOT}\s+(?:want|wish|intend|plan|mean)|(?:is|are|am){_NOT}(?=\s+(?:[a-z]+ly\s+)?\w+ing\b)|"
    r"(?:will|would)\s+no\s+longer"
)
NO_LONGER = _leading(
    r"(?:will|would)\s+no\s+longer|"
    r"no\s+longer\s+(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|going|due|expected|scheduled)"
)
UNDONE = _leading(
    rf"(?:do|does|did|has|have|had|is|are|was|were|could|should|[’']ve){_NOT}"
    r"(?:\s+(?:expected|due|scheduled|set|supposed|likely|planned|able|allowed|permitted|managed))?|"
    r"never|no\s+longer|(?:has|have|had)\s+yet|fail(?:s|ed|ing)?|unlikely|unable|avoid(?:s|ed|ing)?|without|"
    r"instead\s+of|rather\s+than"
)
UNREAL = _said(rf"\b(?:would|could|might|must|can|may){_NOT}\s+have\s+(?:\w+ly\s+)?\Z")
URGED_NOT = _leading(  # whom somebody tells to stay away may come all the same
    r"(?:urg|ask|warn|advis|order|instruct|begg?|implor)(?:e|es|ed|s|ing)?\s+(?:[^\s,.;:]+\s+){1,12}?not|"
    r"(?:t(?:ells?|old|elling)|call(?:s|ed|ing)?\s+(?:up)?on)\s+(?:[^\s,.;:]+\s+){1,12}?not(?=\s+to\s)"
)
DENIED = _leading(
    r"den(?:y|ies|ied|ying)(?:\s+(?:having|ever|being|any|that\s+there\s+(?:was|had\s+been)))*|"
    rf"(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?)\s+{_REPORTS}\s+(?:of|about)|"
    rf"(?:den(?:y|ies|ied|ying)|(?:dismiss|reject)(?:es|ed|ing)?\s+{_REPORTS})(?:\s+{_REPORTS})?\s+(?:that\s+)?{_SUBJECT}"
    r"(?:had|has|have|would|will|was\s+to|were\s+to)(?:\s+been)?",
    bare=True,
)
DENIED_PAST = _said(rf"\bden(?:y|ies|ied|ying)\s+(?:{_REPORTS}\s+)?(?:that\s+)?{_SUBJECT}(?:ever\s+)?\Z")
NO = _said(
    r"(?P<will>\bthere(?:[’']s|\s+(?:is|are|will\s+be|would\s+be|can\s+be|must\s+be))\s+(?!no\s+plans?\b)|"
    r"\b(?:will|would|can)\s+(?:hold|have)\s+)?"
    r"\bno\s+(?!(?:fewer|less|ordinary|mere|usual|routine|sooner)\b|\d)(?:plans?\s+(?:for|to)\s+(?:an?\s+|any\s+)?)?"
    rf"{_QUALITIES}\Z"
)  # "no fewer than three meetings", "no ordinary meeting" and "No 10 talks" took place
NOBODY = _said(r"\b(?:neither|none\s+of|nobody|no\s+one)\b")
AFTER_NOBODY = _said(r"\s+(?:with\s+|to\s+)?(?:neither|nobody|no\s+one|none\s+of)\b")
AS_PLANNED = _said(r"[^;.]{0,90}?\b(?:as\s+(?:planned|scheduled|announced)|after\s+all)\b")
TILL = _said(  # who will not meet until Monday will
    r"[^;:.]{0,60}?\b(?:until|till|before)\s+(?:next|later|after|at\s+least|tomorrow|early|late|\d|\w+day\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)

LETTER = _said(r"(?:letters?|e-?mails?|telegrams?|cables?|note|memo)\b")
IN_WRITING = _said(
    r"\b(?:by\s+|in\s+(?:(?:an?|the|his|her|their|its|our|my|this|that)\s+|(?:[\w.’'-]+\s+){0,3}\w+[’']s?\s+))"
    rf"{_QUALITIES}\Z"
)
TO_WRITE = _said(
    r"\b(?:will|shall|would|may|might|could|(?:going|plan\w*|intend\w*|due|threat\w*|want\w*|expected|promis\w*)\s+to)\b"
)
WOULD = _said(r"\b(?:will|would|shall|may|might|could|can|to)\s")
UNKNOWN = _said(
    r"\b(?:un(?:clear|known|certain)|not\s+(?:yet\s+|immediately\s+)?(?:clear|known|certain))\s+(?:whether|if)\b"
)
MAY = _leading(r"(?-i:may|might|could)(?!\s+have\b)(?:\s+(?:well|soon|next|possibly|perhaps))?")
ASKED = _leading(
    r"(?:(?:ask|hop|want|wish|offer|propos)(?:e|es|s|ed|ing)?|keen|ready|prepared|willing|open)(?=\s+to\b)"
)
ASKED_FOR = _leading(
    r"(?:demand|request|seek)(?:s|ed|ing)?|sought|propos(?:e|es|ed|ing)|want(?:s|ed)?|(?:ask|call|press|hop)(?:e|es|s|ed|ing)?\s+for|"
    r"(?:ask|beg|press)(?:s|es|ed|ing)?\s+(?:[\w.’'-]+\s+){1,6}?for",
    bare=True,
)
TOOK_PLACE = _said(r"[^;:\n]{0,80}?\b(?:took\s+place|happened|(?:was|were)\s+(?:held|granted))\b")
INVITED = _said(
    r"\b(?<!accepted\s)invit(?:e|es|ed|ing)\s+(?:(?!and\b|but\b|where\b|who\b)[^\s,;:.]+\s+){1,8}?"
    rf"(?:to|for)\s+(?:(?:{_HAVING}\s+)?(?:(?:an?|another|more|further|fresh|new|direct)\s+{_QUALITIES})?)?\Z"
)

# What is told of it behind it, where it was to be.
_CALLED_OFF = (
    r"(?:cancell?ed|called\s+off|postponed|put\s+off|scrapped|shelved|dropped|delayed|abandoned|off(?!\s+to)|"
    r"struck\s+(?:from|off)\s+(?:the|his|her|their)\s+(?:\w+\s+)?(?:diar(?:y|ies)|calendars?|agendas?|schedules?|programme))\b"
)
_THAT = (
    r"(?:(?:the|that|this|their|his|her|its)\s+(?:planned\s+|scheduled\s+|proposed\s+)?(?:meeting|talks|visit|trip|call|"
    r"summit|session|event|encounter|dinner|lunch|ceremony|conversation|hearing|negotiations|debate)|it|they|that|this)"
)
_CAME_NOT = (
    r"pulled\s+out|backed\s+out|called\s+(?:it|them|the\s+\w+)\s+off|called\s+off\s+(?:the|their)\s+\w+|stayed\s+away|"
    r"cancell?ed(?:\s+it|\s+(?:the|their)\s+\w+)?(?=\s*[.,;]|\s+(?:at|on|because|after)\b)|"
    r"(?:did\s+not|didn[’']t|never|failed\s+to)\s+(?:show(?:ed)?\s+up|turn(?:ed)?\s+up|appear(?:ed)?)"
)
BROKEN_OFF = _said(
    r"(?:\b(?:but|though|although|however|before|and|until)\b|[;—–])[^.;]{0,40}?"
    rf"\b{_THAT}\s+(?:(?:was|were|is|are|(?:has|have|had)(?:\s+(?:since|now))?\s+been)\s+(?:(?:\w+ly|now|later|then|since)\s+)?{_CALLED_OFF}|"
    r"fell\s+through\b|(?:did\s+not|didn[’']t|never)\s+(?:take\s+place|took\s+place|happen(?:ed)?)\b)|"
    r",\s+which\s+(?:was|were|(?:has|have|had)\s+(?:since\s+)?been)\s+(?:\w+ly\s+)?(?:cancell?ed|called\s+off|scrapped)\b|"
    rf"(?:\bbut|[;—–])\s+(?:(?!was\b|were\b|been\b|is\b)[\w.’'-]+\s+){{1,4}}?(?:(?:has|have|had)\s+)?(?:{_CAME_NOT})\b"
)
SUBJECT = _said(  # the name of a contact begins a clause: its verb is what becomes of it
    rf"(?:\A|[.;:—–“\"«\n]|,\s|\b(?:and|but|that|while|though|although|whether)\s)\s*(?!(?:{_PREPOSITION})\b){_PHRASE}\Z"
)
RELATIVE = _said(r",?\s+(?:which|that|who|whom)\s[^,;]{3,60}?(?:,|\Z)")
OPEN_RELATIVE = _said(r"\b(?:which|that|who)\s+\Z")
SET = _said(
    r"(?:planned|scheduled|pencill?ed|set|slated|foreseen|announced|arranged|expected|discussed|proposed|offered|agreed|"
    r"promised)\Z"
)
IS_OFF = _said(
    rf"\b(?:(?:was|were|is|are|(?:has|have|had)(?:\s+(?:since|now))?\s+been)\s+(?:(?:\w+ly|now|later|then|since)\s+)?{_CALLED_OFF}|"
    r"fell\s+through\b)"
)
IS_NOT_PLANNED = _said(
    r"\b(?:is|are|was|were|(?:has|have|had)(?:\s+yet)?\s+been)\s+not\s+(?:\w+ly\s+)?(?:yet\s+)?(?:been\s+)?"
    r"(?:planned|scheduled|arranged|foreseen|envisaged|being\s+(?:planned|prepared)|on\s+the\s+agenda|in\s+the\s+works)\b"
)
IS_REFUSED = _said(
    r"\b(?:was|were|is|are|(?:has|have|had)(?:\s+(?:since|now))?\s+been)\s+(?:(?:\w+ly|twice|later|then)\s+)?"
    r"(?:turned\s+down|refused|rejected|declined|rebuffed|spurned)\b"
)
REQUEST = _leading(
    rf"(?:an?|the|his|her|their|its|another)\s+(?:\w+\s+)?(?:{_WISH})\b[^.;:,]{{0,40}}?\s(?:for|to)", bare=True
)
THAT_IS_OFF = _said(rf"\s*(?!it\b|they\b|that\b|this\b){_THAT}\s+{IS_OFF.pattern}")
WHERE_ONE_WAS_TO = _said(  # what was to be on a journey that is off: "cancelled a trip to Sarn, where she was to"
    r"\b(?:cancel(?:l?ed|l?ing|s)|call(?:ed|s|ing)\s+off|postpon(?:ed|es|ing)|put(?:s|ting)?\s+off|scrap(?:ped|s|ping))\s+"
    r"(?:an?|his|her|its|their|the)\s+(?:\w+\s+){0,2}?(?:trip|visit|journey|tour|flight|stay)\b[^.;:]{0,60}?\bwhere\s"
    r"[^,.;:]{1,40}?\s(?:was|were|had\s+been)\s+(?:due\s+|scheduled\s+|supposed\s+|expected\s+)?to\b[^,.;:]{0,20}\Z"
)
_WHAT_IS_OFFERED = r"(?:it|him|her|them|(?:the|his|her|their)\s+(?:offer|request|invitation|proposal))"
TURNED_DOWN = _said(
    r"\b(?:but|and)\s+(?:(?:[\w.’'-]+\s+){0,4}?"
    rf"(?:turned\s+{_WHAT_IS_OFFERED}\s+down|said\s+no(?=\s*[.,;]|\s+to\s+(?:the|it|him|her|them)\b)|"
    r"(?:refused|declined)(?=\s*[.,;]|\s+to\s+(?:meet|see|receive|talk|come|attend)\b)|"
    r"rejected\s+(?:it|the\s+(?:request|offer|invitation|idea)))|"
    r"was\s+(?:refused|turned\s+down|turned\s+away|rebuffed))\b|"
    rf"[;,]\s+(?:he|she|they|it)\s+turned\s+{_WHAT_IS_OFFERED}\s+down\b"
)
NOW = _said(
    r"\b(?:(?:is|are)\s+(?:now|currently)|[’'](?:s|re)\s+(?:now|currently)|(?:is|are)\s+being)\s+(?:\w+ly\s+)?\Z"
)
