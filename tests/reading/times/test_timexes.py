"""Expressions of time, each in a sentence with the day it was published on, and the days that they cover.

A line of the tables is `sentence [expression] -> from to`; a single day is written once, and - stands for days that
nobody can tell. `...` in place of days: there is no expression of a date in the sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.times.timexes import find_timexes, published_day, timex_of, written_day
from reportedly.records import Article
from tests.byhand import find

WEDNESDAY = "2031-05-14"  # the day of publication in the tables below

WEEKDAYS = """
He spoke [on Thursday]. -> 2031-05-08
He said [on Wednesday] that it was over. -> 2031-05-14
She will speak [on Thursday]. -> 2031-05-15
The talks are due to resume [on Monday]. -> 2031-05-19
The two are to meet [on Tuesday]. -> 2031-05-20
Brandt meets Varga [on Friday]. -> 2031-05-16
The envoy said [on Monday] he would fly out [on Friday]. -> 2031-05-12 | 2031-05-16
He told parliament [on Tuesday] that she had left [on Sunday]. -> 2031-05-13 | 2031-05-11
The minister wrote to investors [on Friday]. -> 2031-05-09
She said the two would have dinner [on Friday]. -> 2031-05-16
He should have come [on Friday]. -> 2031-05-09
A plumber has promised a pump by [Friday]. -> 2031-05-16
The president requested her resignation by [Friday]. -> 2031-05-16
The two confer on [Friday]. -> 2031-05-16
They have waited since [Monday]. -> 2031-05-12
The government rejected [this Monday] what it had signed. -> 2031-05-12
The court will rule [this Monday]. -> 2031-05-19
She resigned [last Thursday]. -> 2031-05-08
The court rules [next Tuesday]. -> 2031-05-20
Shots were heard [on Monday night]. -> 2031-05-12
The plan was unveiled [Tuesday] and a vote is set for [Thursday]. -> 2031-05-13 | 2031-05-15
Both will attend a rally organised by the union [on Friday]. -> 2031-05-16
They met on the sidelines of the summit [on Saturday]. -> 2031-05-10
They will meet on the sidelines of the summit [on Saturday]. -> 2031-05-17
The two sit down [on Tuesday 20 May] - the first such talks, she said. -> 2031-05-20
"""

AROUND_TODAY = """
She leaves [today]. -> 2031-05-14
He arrived [yesterday]. -> 2031-05-13
The vote is [tomorrow]. -> 2031-05-15
They meet [the day after tomorrow]. -> 2031-05-16
They met [the day before yesterday]. -> 2031-05-12
He called [this morning]. -> 2031-05-14
He called [last night]. -> 2031-05-13
It came [three days ago]. -> 2031-05-11
It came [two weeks ago]. -> 2031-04-30
They broke with him [nineteen months ago]. -> 2029-10-01 2029-10-31
They broke with him [two years ago]. -> 2029-01-01 2029-12-31
The ceasefire held [this week]. -> 2031-05-12 2031-05-18
He resigned [last week]. -> 2031-05-05 2031-05-11
He resigned [last month]. -> 2031-04-01 2031-04-30
They will vote [next month]. -> 2031-06-01 2031-06-30
They will vote [later this month]. -> 2031-05-14 2031-05-31
He visited [earlier this year]. -> 2031-01-01 2031-05-14
The budget passed [last year]. -> 2030-01-01 2030-12-31
They met [last weekend]. -> 2031-05-10 2031-05-11
Sales fell over [the past three months]. -> 2031-02-14 2031-05-14
"""

CALENDAR = """
They signed it [on 2 May 2030]. -> 2030-05-02
They signed it [on May 2, 2030]. -> 2030-05-02
They signed it [on 2 May]. -> 2031-05-02
They will sign it [on 20 June]. -> 2031-06-20
They will sign it [on the 20th of June]. -> 2031-06-20
They will sign it [on January 9]. -> 2032-01-09
The summit runs [from 3-5 June]. -> 2031-06-03 2031-06-05
The treaty was signed [in 1997]. -> 1997-01-01 1997-12-31
He ran in ’[28], and lost. -> 2028-01-01 2028-12-31
He ran in [96]. -> 1996-01-01 1996-12-31
On [the 9th] he resigned. -> 2031-05-09
He served [from 2014 to 2016]. -> 2014-01-01 2016-12-31
They will meet [in June]. -> 2031-06-01 2031-06-30
They met [in March]. -> 2031-03-01 2031-03-31
The road has been closed since [November]. -> 2030-11-01 2030-11-30
It closed [in December 2028]. -> 2028-12-01 2028-12-31
They expect a deal by [the end of the quarter]. -> 2031-06-30
They expect a deal by [the end of June]. -> 2031-06-30
They expect a deal [in early June]. -> 2031-06-01 2031-06-10
Profits rose in [the first quarter]. -> 2031-01-01 2031-03-31
Profits in [the first quarter of the year] fell. -> 2031-01-01 2031-03-31
At an [April] Vale rally he spoke. -> 2031-04-01 2031-04-30
The [April] survey found a lead. -> 2031-04-01 2031-04-30
She led in an [early-October] poll. -> 2030-10-01 2030-10-10
It will serve them until at least [2037] when the line closes. -> 2037-01-01 2037-12-31
It takes effect in 2040 rather than [2038]. -> 2038-01-01 2038-12-31
It began in [the second half of 2029]. -> 2029-07-01 2029-12-31
The bridge opened in [the spring of 2029]. -> 2029-03-01 2029-05-31
The bridge opened [last summer]. -> 2030-06-01 2030-08-31
The bridge opened in [the 1990s]. -> 1990-01-01 1999-12-31
Turnout fell in [the 1980s] and [90s]. -> 1980-01-01 1989-12-31 | 1990-01-01 1999-12-31
The woman who left in [the 80s] was late. -> 1980-01-01 1989-12-31
The bridge opened in [the nineties]. -> 1990-01-01 1999-12-31
The wall was built in [the 1800s]. -> 1800-01-01 1899-12-31
The city fell in [1453], after a siege. -> 1453-01-01 1453-12-31
They will play from [Thursday through Monday]. -> 2031-05-15 2031-05-19
They meet on [the first Monday of June]. -> 2031-06-02
They meet in [the second week of June]. -> 2031-06-08 2031-06-14
He led them in the [2007/08] season. -> 2007-01-01 2008-12-31
He called [on Christmas Eve]. -> 2030-12-24
He had rung her [the evening before] because he was ill. -> 2031-05-13
The note is dated [2031-05-09]. -> 2031-05-09
The note is dated [31.3.2031]. -> 2031-03-31
He led them in the [2007/2008] season. -> 2007-01-01 2008-12-31
The mine shut in [the winter of 2027-2028]. -> 2027-12-01 2028-02-29
The 3rd battalion is late; [the 28th] will do. -> 2031-05-28
"""

ELDER = """
The hall is a [nineteenth-century] one. -> 1801-01-01 1900-12-31
The city was buried in [AD 79]. -> 0079-01-01 0079-12-31
The city was buried in [79 AD]. -> 0079-01-01 0079-12-31
The wall was built [around 1850]. -> 1850-01-01 1850-12-31
He served from [May to July 2010]. -> 2010-05-01 2010-07-31
He served from [November to March 2010]. -> 2009-11-01 2010-03-31
The fair ran from [5 October – 7 November 2010]. -> 2010-10-05 2010-11-07
Sales fell in [the last quarter of 2010]. -> 2010-10-01 2010-12-31
They met on [October the 5th, 2010]. -> 2010-10-05
They will meet on [the last Friday in June]. -> 2031-06-27
They met in [the last century]. -> 1901-01-01 2000-12-31
They will meet on [Memorial Day]. -> 2031-05-26
They met on [St. Patrick's Day]. -> 2031-03-17
"""

WRITTEN = """
Sales rose in [FY2028]. -> 2028-01-01 2028-12-31
Sales rose in [FY 28]. -> 2028-01-01 2028-12-31
Sales rose in [fiscal 2028]. -> 2028-01-01 2028-12-31
The rules have been stricter since [9/11]. -> 2001-09-11
The rules were made after the [September 11] attacks. -> 2001-09-11
They meet on [September 11]. -> 2031-09-11
The figures are those of [2010-10]. -> 2010-10-01 2010-10-31
The figures are those of [2010-11]. -> 2010-01-01 2011-12-31
It was signed on [10/15/10]. -> 2010-10-15
It was signed on [15/10/2010]. -> 2010-10-15
It was signed on [15-10-2010]. -> 2010-10-15
It was signed on [5/4/10]. -> -
It was signed on [2010/10/15]. -> 2010-10-15
They met in [the summer of '69]. -> 1969-06-01 1969-08-31
They met in [the winter of 2010-11]. -> 2010-12-01 2011-02-28
They met in [October '10]. -> 2010-10-01 2010-10-31
It was fashionable in [the '60s]. -> 1960-01-01 1969-12-31
It was fashionable in [the late '80s]. -> 1987-01-01 1989-12-31
It was fashionable in [the mid-'90s]. -> 1994-01-01 1996-12-31
It was fashionable in [the early eighties]. -> 1980-01-01 1983-12-31
It was fashionable in [the noughties]. -> 2000-01-01 2009-12-31
It was common in the 17th and [18th centuries]. -> 1701-01-01 1800-12-31
It rained in [May] and [June 2010]. -> 2010-05-01 2010-05-31 | 2010-06-01 2010-06-30
"""

BESIDE = """
They will meet [in two weeks]. -> 2031-05-28
The vote is [in three days]. -> 2031-05-17
They will meet [in a month]. -> 2031-06-01 2031-06-30
He resigned on [Tuesday last week]. -> 2031-05-06
They will meet on [Thursday of next week]. -> 2031-05-22
He missed [last week's Tuesday]. -> 2031-05-06
He resigned in [the week before last]. -> 2031-04-28 2031-05-04
They will meet in [the week after next]. -> 2031-05-26 2031-06-01
He resigned in [the year before last]. -> 2029-01-01 2029-12-31
He resigned on [the 5th of last month]. -> 2031-04-05
"""

TOLD_OF = """
He has run the bank since 2026. He said no in [February]. -> 2031-02-01 2031-02-28
In 2026 he ran the bank. He said no in [February]. -> 2026-02-01 2026-02-28
He ran the bank in 2026. He said no in [February]. -> 2031-02-01 2031-02-28
The Bridges Act of 2026 is good. He said no in [February]. -> 2031-02-01 2031-02-28
The bridge will close by 2035. He said no in [February]. -> 2031-02-01 2031-02-28
The bridge opened in the 1990s. He said no in [February]. -> 2031-02-01 2031-02-28
He was elected in 1950. [The following year] he resigned. -> 1951-01-01 1951-12-31
He was elected in 1950. [That year] he wrote a book. -> 1950-01-01 1950-12-31
He came in 1950. [Two decades later] he left. -> 1970-01-01 1970-12-31
He came in June 1950. [Three months later] he left. -> 1950-09-01 1950-09-30
He came in June 1950 and left in [September]. -> 1950-09-01 1950-09-30
He came in June 1950 and left in [April]. -> 2031-04-01 2031-04-30
He fell ill on 3 June 1950, and he died [on 5 July]. -> 1950-07-05
The mill, founded in June 1950, was sold [in March]. -> 2031-03-01 2031-03-31
The mill, which opened in 1950, will close, she said [on 3 April]. -> 2031-04-03
The mill was sold in 1950. Its owner met the mayor [on 22 April]. -> 2031-04-22
He has run the mill since buying it in 1950, and was told [on Monday, 14 April]. -> 2031-04-14
He came on 3 March and left on [the 6th]. -> 2031-03-06
They meet on 3 June, it became known on [the 12th]. -> 2031-05-12
He came in June 1950 and left on [May 5 of the following year]. -> 1951-05-05
He came in June 1950 and left in [October that year]. -> 1950-10-01 1950-10-31
The rate was 7 per cent when he came in 2020 and 10 per cent in [October of that year]. -> 2020-10-01 2020-10-31
He was heard [on Tuesday, 11 June], the clerk said. -> 2030-06-11
"""

TOLD_BESIDE = """
He married in 1990. [Two years after that] he left. -> 1992-01-01 1992-12-31
He married in 1990; [five years on], he left. -> 1995-01-01 1995-12-31
He married in 1990. [That summer] he left. -> 1990-06-01 1990-08-31
He married in 1990. [The following spring] he left. -> 1991-03-01 1991-05-31
He married in 1990. [That December] he left. -> 1990-12-01 1990-12-31
He married in 1990. [The previous March] he had met her. -> 1989-03-01 1989-03-31
He married on May 2, 2030. [That same day] he left. -> 2030-05-02
He married on May 2, 2030. [The very same evening] he left. -> 2030-05-02
He married on May 2, 2030. [That Friday] he left. -> 2030-05-03
He married on May 2, 2030. [Half a year later] he left. -> 2030-11-01 2030-11-30
He married on May 2, 2030. [A year and a half later] he left. -> 2031-11-01 2031-11-30
He married on May 2, 2030. [Minutes later] he left. -> 2030-05-02
They will vote on Friday. She had said so [earlier in the day]. -> 2031-05-14
They will vote on Friday. She had told them so [a day earlier]. -> 2031-05-13
They will vote on Friday. She will speak [the day before], at noon. -> 2031-05-15
"""

COUNTED = """
He left [a year ago today]. -> 2030-05-14
He left [two years ago this month]. -> 2029-05-01 2029-05-31
He left [a week ago on Monday]. -> 2031-05-05
He will leave [a week from Monday]. -> 2031-05-26
He will leave on [Monday week]. -> 2031-05-26
He left [the night before last]. -> 2031-05-12
He left [half a century ago]. -> 1981-01-01 1981-12-31
He left [two centuries ago]. -> 1831-01-01 1831-12-31
He left [a year and a half ago]. -> 2029-11-01 2029-11-30
He left [two hundred years ago]. -> 1831-01-01 1831-12-31
He left [one hundred and fifty years ago]. -> 1881-01-01 1881-12-31
Sales fell in [the past year]. -> 2030-05-14 2031-05-14
Sales fell in [the past decade]. -> 2021-05-14 2031-05-14
Sales fell in [the current quarter]. -> 2031-04-01 2031-06-30
They will answer [within two weeks]. -> 2031-05-14 2031-05-28
The bridge opens at [1700 GMT tomorrow]. -> 2031-05-15
They will answer [within 48 hours]. -> 2031-05-14 2031-05-16
They will answer [in 48 hours]. -> 2031-05-16
Rain fell in [the past 24 hours]. -> 2031-05-13 2031-05-14
Rain fell over [the last 72 hours]. -> 2031-05-11 2031-05-14
Rain will fall in [the next 48 hours]. -> 2031-05-14 2031-05-16
Rain fell in [the last two hours]. -> 2031-05-14
On [this day] we remember them. -> 2031-05-14
The crates will be cleared [overnight]. -> 2031-05-14 2031-05-15
The crates were cleared [overnight]. -> 2031-05-13 2031-05-14
"""

WITHIN = """
They met in [the week of May 7]. -> 2031-05-05 2031-05-11
They met in [the week ending on 9 May]. -> 2031-05-03 2031-05-09
They met on [the last weekend of April]. -> 2031-04-26 2031-04-27
They met on [the last day of April]. -> 2031-04-30
They met in [the first days of May]. -> 2031-05-01 2031-05-05
They met in [the closing months of 2030]. -> 2030-09-01 2030-12-31
They met by [midyear]. -> 2031-05-01 2031-08-31
They met [from the 1st to the 5th of May]. -> 2031-05-01 2031-05-05
They met on [May 14 or 15]. -> 2031-05-14 2031-05-15
They will meet from [May 28 to June 2]. -> 2031-05-28 2031-06-02
Sales rose in [2030 Q3]. -> 2030-07-01 2030-09-30
Sales rose in [2030]'s first months. -> 2030-01-01 2030-12-31
They met on [Thanksgiving Day]. -> 2030-11-28
They met on [Election Day]. -> 2030-11-05
They met on [Veterans' Day]. -> 2030-11-11
They met on [New Year’s Day]. -> 2031-01-01
They met on [International Women's Day]. -> 2031-03-08
They met on [Maundy Thursday]. -> 2031-04-10
They met [at half past three]. -> 2031-05-14
They met at [one o'clock]. -> 2031-05-14
They waited from [midday Monday]. -> 2031-05-12
The office is staffed until [22.00]. -> 2031-05-14
"""

LOOKING = """
She has invited them to talks on [Friday]. -> 2031-05-16
The union announced a march on [Sunday]. -> 2031-05-18
The minister announced the deal on [Friday]. -> 2031-05-09
She has cancelled [Friday]'s trip to the coast. -> 2031-05-16
She praised [Friday]'s trip to the coast. -> 2031-05-09
Ahead of a meeting of ministers on [Friday], Varga said no. -> 2031-05-16
She was nine points ahead of him in a poll taken on [Friday]. -> 2031-05-09
The yard has sent its crew home until [Monday]. -> 2031-05-19
The schools stay shut until [Monday]. -> 2031-05-19
[Tuesday]'s vote left them weakened. -> 2031-05-13
[Sunday]'s race pits the two against each other. -> 2031-05-18
The union called a march in the capital for [Saturday]. -> 2031-05-17
They have until [Thursday] to leave. -> 2031-05-15
They have left on [Monday]. -> 2031-05-12
The school will stay closed until [Monday]. -> 2031-05-19
The council put off until [Tuesday] a vote. -> 2031-05-20
She drove out to see him on [Thursday]. -> 2031-05-08
She agreed to see him on [Thursday]. -> 2031-05-15
He wants a written answer on [Thursday]. -> 2031-05-15
The minister crosses the border on [Monday]. -> 2031-05-19
The two were to meet on [Monday]. -> 2031-05-19
They have to decide on [Monday]. -> 2031-05-19
The court rules [next Friday]. -> 2031-05-23
The court rules [next Monday]. -> 2031-05-19
She resigned [last Tuesday]. -> 2031-05-06
She resigned [last Monday]. -> 2031-05-12
She resigned [this past Tuesday]. -> 2031-05-13
"""

PLANS = """
The two were to have met on [Friday], but she fell ill. -> 2031-05-16
His trip to Riga on [Friday] has been scrapped. -> 2031-05-16
A request to see her on [Friday] has been turned down. -> 2031-05-16
She called [Friday]'s talks a farce. -> 2031-05-09
They would leave the cabinet unless he resigned by [Friday]. -> 2031-05-16
They will leave if he has not resigned by [Friday]. -> 2031-05-16
If the ministers say yes on [Friday], the deal stands. -> 2031-05-16
He asked if she had met them on [Friday]. -> 2031-05-09
They would accept it if the drivers dismissed in [April] came back. -> 2031-04-01 2031-04-30
The bridge ought to open on [Friday]. -> 2031-05-16
She says he’s still coming over on [Friday]. -> 2031-05-16
She says he’s met them on [Friday]. -> 2031-05-09
He dined with them on [Tuesday] and flies to Riga on [Friday]. -> 2031-05-13 | 2031-05-16
She wants it done by [Friday]. -> 2031-05-16
Did the two meet on [Friday]? -> 2031-05-09
They didn’t meet on [Friday]. -> 2031-05-09
The two arranged it on the telephone on [Friday]. -> 2031-05-09
They backed him by six votes to three on [Friday]. -> 2031-05-09
They voted six to three for her on [Friday]. -> 2031-05-09
In his evening address on [Friday], the president said no. -> 2031-05-09
It is an old draft from [February], she will say. -> 2031-02-01 2031-02-28
The mayor says he planned a referendum in [November]. -> 2031-11-01 2031-11-30
The cabinet has fixed a snap election for [November]. -> 2031-11-01 2031-11-30
She lost an election in [November]. -> 2030-11-01 2030-11-30
They are all in the picture of [Friday noon]. -> 2031-05-09
We acknowledge your request of [the 11th]. -> 2031-05-11
"""

NAMED = """
They discussed an [October] election. -> 2031-10-01 2031-10-31
She called [October] a nice month. -> 2031-10-01 2031-10-31
They rejected it in [October]. -> 2030-10-01 2030-10-31
Parliament has chosen [7 June] for the vote. -> 2031-06-07
In [May] the pact was cheaper. -> 2031-05-01 2031-05-31
They will vote on [the 22nd] on whether to stay. -> 2031-05-22
They will speak in [the morning]. -> 2031-05-15
They spoke in [the morning]. -> 2031-05-14
He came at [lunchtime]. -> 2031-05-14
Eight ships were in port [this noon]. -> 2031-05-14
The wall can wait till [autumn]. -> 2031-09-01 2031-11-30
They will answer [within a fortnight]. -> 2031-05-14 2031-05-28
They were common in the 1850s and [60s]. -> 1860-01-01 1869-12-31
It was built in [the last decade of the 19th century]. -> 1891-01-01 1900-12-31
He came on 20 May 2030. [Two weeks prior], he had left. -> 2030-05-06
He wrote it in [the mid-20s]. -> 2024-01-01 2026-12-31
Inflation was worse in [the '70s]. -> 1970-01-01 1979-12-31
"""

BY_TENSE = """
He was arrested in [July]. -> 2030-07-01 2030-07-31
She died on [June 3]. -> 2030-06-03
The pact, signed on [27 June], has held. -> 2030-06-27
He has been in jail since [June]. -> 2030-06-01 2030-06-30
Since [June], prices have doubled. -> 2030-06-01 2030-06-30
In [June], the court heard her. -> 2030-06-01 2030-06-30
The vote will be held in [April]. -> 2032-04-01 2032-04-30
The two will meet in Zadel on [20 April]. -> 2032-04-20
She won support for the vote in [June]. -> 2031-06-01 2031-06-30
She said the talks in [June] would fail. -> 2031-06-01 2031-06-30
They did not rule out a vote in [June]. -> 2031-06-01 2031-06-30
He is to be tried over the riots in [April]. -> 2031-04-01 2031-04-30
The painter, who died [Monday], was ninety. -> 2031-05-12
"""

FORMS = """
It was signed on [24. April 1979]. -> 1979-04-24
It was stamped [24-Apr-2025]. -> 2025-04-24
[First-quarter] sales fell. -> 2031-01-01 2031-03-31
They will meet [a week on Friday]. -> 2031-05-23
The coast will be lost by [the end of the century]. -> 2100-12-31
It was in fashion at [the end of the century]. -> -
They will meet in [the second half of June]. -> 2031-06-16 2031-06-30
They will play in [June] and [July of next year]. -> 2032-06-01 2032-06-30 | 2032-07-01 2032-07-31
He led them in the [2027/28] season. -> 2027-01-01 2028-12-31
They will vote in [the fall]. -> 2031-09-01 2031-11-30
Sales fell over [the last two years]. -> 2029-05-14 2031-05-14
"""

RANGES = """
The fair will run [Friday to Tuesday]. -> 2031-05-16 2031-05-20
The fair will run from [Monday to Wednesday]. -> 2031-05-19 2031-05-21
The fair will run from [Monday] to [Wednesday]. -> 2031-05-19 | 2031-05-21
The road was closed from [Friday until Sunday]. -> 2031-05-09 2031-05-11
The road was closed from [Thursday to Tuesday]. -> 2031-05-08 2031-05-13
The truce will hold from [6 p.m. on Saturday to midnight on Sunday]. -> 2031-05-17 2031-05-18
The vote was moved from [Friday] to [Thursday]. -> 2031-05-09 | 2031-05-08
It will be shut from [September to March]. -> 2031-09-01 2032-03-31
It was shut from [September to March]. -> 2030-09-01 2031-03-31
She will be in Riga on [Monday] and in Oslo on [Wednesday]. -> 2031-05-19 | 2031-05-21
"""

OPEN = """
They quarrelled [ten days before] the fair opened. -> -
In a letter of 12 March — [seven months before] the fire — she wrote of it. -> -
The charter is still read, more than [200 years later]. -> -
She spoke of it [two days before] ministers met in Riga. -> -
Her case comes [two days earlier] than planned. -> -
It was argued in January and lost. He died [four months later]. -> 2031-05-01 2031-05-31
It was argued on 2 May. He died [four weeks later]. -> -
Caesar died in [44 BC]. -> -
The temple is of [the 5th century BC]. -> -
They will talk in [the coming weeks]. -> -
It was agreed [a few days ago]. -> -
"""

NONE = """
The two talked for two hours. -> ...
It is a three-year deal. -> ...
She is 19 years old. -> ...
They met in Room 2020. -> ...
She goes to church every Sunday. -> ...
A USA TODAY poll said no, Russia Today wrote. -> ...
There were at least 2007 people. -> ...
He may resign. -> ...
After the fall of the town they fled. -> ...
They were hurt by the fall in prices. -> ...
The fall was broken by a hedge. -> ...
The spring of hope is over. -> ...
Directive 2014/65/EU is old. -> ...
Case 2019/20 was closed. -> ...
The Vision 2040 plan is new. -> ...
House Bill 1923 was signed. -> ...
The index closed at 1985. -> ...
Call 0800 1945 1939. -> ...
They have 1800 men and 2019 tanks. -> ...
The temperature will be in the 80s. -> ...
She scored a second-half goal. -> ...
He told the Today programme no. -> ...
He taught Sunday school. -> ...
The truce could last two years. -> ...
The fair is to last a week. -> ...
The talks last three weeks. -> ...
They meet twice a week on the road. -> ...
It came a week after the first in Oslo. -> ...
The Sunday Times had the story. -> ...
The hall seats a crowd of 1200 people. -> ...
He was seen in 30 countries. -> ...
The bus stopped on the 9th floor. -> ...
The march on the capital was banned. -> ...
She wrote it in two weeks. -> ...
She wrote it in 48 hours. -> ...
It will be the first in two years. -> ...
They will live in two weeks of fear. -> ...
He is in his sixties. -> ...
She is in her late 60s. -> ...
The road is 19/11 wide. -> ...
He told ABC's This Week that it was over. -> ...
She writes for Lesk Today. -> ...
To this day nobody knows. -> ...
The rate is at 7.25 per cent. -> ...
The doctors were heard one by one. -> ...
Shares rose on Black Friday. -> ...
Unemployment is in the mid-20s. -> ...
Turnout in the 60s is rare. -> ...
Mid-20s temperatures are due. -> ...
He is a man in the mid-20s. -> ...
They count no zeros over a lunchtime drink. -> ...
The Midday Express had the story. -> ...
She was received in the Winter Palace. -> ...
They came a day later than planned. -> ...
"""


def rows(*tables: str) -> list[tuple[str, str]]:
    lines = [line for table in tables for line in table.strip().splitlines()]
    return [(sentence, days) for sentence, _, days in (line.partition(" -> ") for line in lines)]


def resolved(text: str, published: str | None) -> list[tuple[str, str]]:
    """The words of each expression, without a leading preposition, with its days as the tables write them."""
    article = Article.of(text, published=published)
    found = []
    for timex in find_timexes(article):
        assert timex.span is not None
        days = "-" if timex.from_ is None else f"{timex.from_} {timex.to}"
        found.append((timex.span.text, timex.from_ or "-" if timex.from_ == timex.to else days))
    return found


@pytest.mark.parametrize(
    ("sentence", "days"),
    rows(
        WEEKDAYS,
        AROUND_TODAY,
        CALENDAR,
        ELDER,
        WRITTEN,
        BESIDE,
        TOLD_OF,
        TOLD_BESIDE,
        COUNTED,
        WITHIN,
        LOOKING,
        PLANS,
        NAMED,
        BY_TENSE,
        RANGES,
        FORMS,
        OPEN,
    ),
)
def test_resolves(sentence: str, days: str) -> None:
    found = resolved(re.sub(r"[\[\]]", "", sentence), WEDNESDAY)
    expected = zip(re.findall(r"\[(.*?)\]", sentence), days.split(" | "), strict=True)
    for words, on in expected:
        assert any(words.endswith(text) and on == ours for text, ours in found), found


@pytest.mark.parametrize(
    ("published", "days"),
    [("2031-01-20", ("2030-12-01", "2031-02-28")), ("2031-09-20", ("2031-12-01", "2032-02-29"))],
)
def test_this_winter_is_the_nearest_of_the_two_in_a_year(published: str, days: tuple[str, str]) -> None:
    (timex,) = find_timexes(Article.of("Gas will be cheap this winter.", published=published))
    assert (timex.from_, timex.to) == days


@pytest.mark.parametrize(("sentence", "days"), rows(NONE))
def test_leaves_out_what_is_no_date(sentence: str, days: str) -> None:
    assert resolved(sentence, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("told", "days"),
    [("The envoy will see them at ten.", "2031-05-19"), ("The envoy saw them at ten.", "2031-05-12")],
)
def test_a_heading_in_a_diary_is_the_day_of_what_follows(told: str, days: str) -> None:
    article = Article.of(f"The week\n\nMONDAY\n\n{told}", published=WEDNESDAY)
    assert [timex.from_ for timex in find_timexes(article)][:1] == [days]


def test_that_before_a_day_may_be_a_conjunction() -> None:
    assert resolved("He was arrested on 2 May 2030. He said that Friday was too late.", WEDNESDAY) == [
        ("2 May 2030", "2030-05-02"),
        ("Friday", "2031-05-09"),
    ]


def test_a_range_comes_with_both_its_ends() -> None:
    assert resolved("He served from 2014 to 2016.", None) == [
        ("2014 to 2016", "2014-01-01 2016-12-31"),
        ("2014", "2014-01-01 2014-12-31"),
        ("2016", "2016-01-01 2016-12-31"),
    ]


def test_without_a_day_of_publication_only_whole_dates_are_resolved() -> None:
    assert resolved("He said on Friday that it was signed on 2 May 2030.", None) == [
        ("Friday", "-"),
        ("2 May 2030", "2030-05-02"),
    ]


def test_a_life_is_told_without_a_day_of_publication() -> None:
    assert resolved("He came in June 1950 and left in September. The following year he died.", None) == [
        ("June 1950", "1950-06-01 1950-06-30"),
        ("September", "1950-09-01 1950-09-30"),
        ("The following year", "1951-01-01 1951-12-31"),
    ]


def test_the_next_day_is_counted_from_the_day_told_of() -> None:
    text = "He was arrested on 2 May 2030. The next day he was freed, and the following Monday he fled."
    assert resolved(text, WEDNESDAY) == [
        ("2 May 2030", "2030-05-02"),
        ("The next day", "2030-05-03"),
        ("the following Monday", "2030-05-06"),
    ]


@pytest.mark.parametrize("published", ["2031-05-14", "2031-05-14T23:30:00-08:00", "2031-05-14T00:30:00+09:00"])
def test_the_day_is_that_of_the_outlet(published: str) -> None:
    day = published_day(Article.of("x", published=published))
    assert day is not None
    assert day.isoformat() == "2031-05-14"


DATELINES = [
    # dateline, publication, the sentence behind it, its expressions with their days
    ("LIRA, May 13 (AP) -", "2031-05-14", "They met today.", [("today", "2031-05-13")]),
    ("LIRA, May 13 (AP) -", "2031-05-14", "They met yesterday.", [("yesterday", "2031-05-12")]),
    ("LIRA, May 13 (AP) -", "2031-05-14", "They will meet tomorrow.", [("tomorrow", "2031-05-14")]),
    ("LIRA, May 6 (AP) -", "2031-05-14", "They met on Monday.", [("Monday", "2031-05-05")]),
    ("LIRA, Dec. 31 (AP) -", "2031-01-02", "They met today.", [("today", "2030-12-31")]),
    ("LIRA, May 13, 2031 (AP) -", None, "They met today.", [("today", "2031-05-13")]),
    ("LIRA, May 13, 2030 (AP) -", "2031-05-14", "They met today.", [("today", "2031-05-14")]),
    ("LIRA (AP) -", "2031-05-14", "They met today.", [("today", "2031-05-14")]),
]


@pytest.mark.parametrize(("line", "published", "sentence", "expected"), DATELINES)
def test_days_are_counted_from_that_of_the_dateline(
    line: str, published: str | None, sentence: str, expected: list[tuple[str, str]]
) -> None:
    article = Article.of(f"{line} {sentence}", published=published)
    article = replace(article, dateline=find(article, line))
    timexes = find_timexes(article)
    assert [(t.span.text, t.from_) for t in timexes if t.span and t.span.start >= len(line)] == expected
    if sentence == "They met today.":
        assert str(written_day(article, timexes)) == expected[0][1]


MONTH_ENDS = [
    ("2031-03-31", "It fell a year ago today.", ("2030-03-31", "2030-03-31")),
    ("2028-02-29", "It fell a year ago today.", ("2027-02-28", "2027-02-28")),
    ("2031-03-31", "Sales fell in the past three months.", ("2030-12-31", "2031-03-31")),
    ("2031-03-31", "Sales fell in the past month.", ("2031-02-28", "2031-03-31")),
    ("2031-03-31", "Sales will fall in the next two years.", ("2031-03-31", "2033-03-31")),
]


@pytest.mark.parametrize(("published", "sentence", "days"), MONTH_ENDS)
def test_months_and_years_are_counted_from_the_last_day_of_a_month(
    published: str, sentence: str, days: tuple[str, str]
) -> None:
    (timex,) = find_timexes(Article.of(sentence, published=published))
    assert (timex.from_, timex.to) == days


def test_a_day_above_the_dateline_is_not_that_of_writing() -> None:
    article = Article.of("(Corrects our report of 9 May)\nLIRA, May 13 (AP) - They met today.", published="2031-05-14")
    article = replace(article, dateline=find(article, "LIRA, May 13 (AP) -"))
    assert str(written_day(article, find_timexes(article))) == "2031-05-13"


def test_what_is_no_day_is_no_day_of_publication() -> None:
    assert published_day(Article.of("x", published=None)) is None


STANDING = [
    # sentence, the words asked about, the expression they stand under
    ("He said on Monday that he would go on Friday.", "said", "Monday"),
    ("He said on Monday that he would go on Friday.", "go", "Friday"),
    ("He will say on Friday what he wants.", "will say", "Friday"),
    ("The two met in Geneva on Sunday, she said.", "met", "Sunday"),
    ("A survey published on Monday by the ministry finds little.", "finds", "Monday"),
    ("She came on Tuesday and asked for time.", "asked", "Tuesday"),
    ("He told us she will ask on Friday.", "told", None),
    ("They “had a constructive meeting” on Tuesday.", "meeting", "Tuesday"),
    ("The meeting on Tuesday was short.", "meeting on Tuesday", "Tuesday"),
    ("He said no.", "said", None),
    ("Varga, ill since Monday, is to sail to Elm on Friday.", "is to sail", "Friday"),
]


@pytest.mark.parametrize(("sentence", "words", "expression"), STANDING)
def test_the_time_that_words_stand_under(sentence: str, words: str, expression: str | None) -> None:
    article = Article.of(sentence, published=WEDNESDAY)
    timex = timex_of(find(article, words), article, find_timexes(article), find_sentences(article))
    assert (timex and timex.span and timex.span.text) == expression


@pytest.mark.parametrize(
    ("before", "words", "told"),
    [
        ("She left on Wednesday.", "said", "Wednesday"),
        ("She left on Wednesday.", "says", "Wednesday"),
        ("She left on Wednesday.", "has said", None),
        ("She left on Wednesday and he on Tuesday.", "said", None),
    ],
)
def test_the_day_of_publication_goes_on(before: str, words: str, told: str | None) -> None:
    article = Article.of(f"{before} He {words} no.", published=WEDNESDAY)
    timex = timex_of(find(article, words), article, find_timexes(article), find_sentences(article))
    assert (timex and timex.span and timex.span.text) == told


def test_another_day_of_the_sentence_before_says_nothing_of_these_words() -> None:
    article = Article.of("She left on Monday. He said no.", published=WEDNESDAY)
    assert timex_of(find(article, "said"), article, find_timexes(article), find_sentences(article)) is None


def test_the_month_is_no_helping_verb() -> None:
    article = Article.of("Renn said that a vote in May is likely. May it rain in May.", published="2031-02-14")
    assert [timex.from_ for timex in find_timexes(article)] == ["2031-05-01", "2031-05-01"]
