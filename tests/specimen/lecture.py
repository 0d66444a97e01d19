"""The text of the lecture that `make_docx` writes: a translator's typescript, as an editor gets it.

A paragraph may begin with the name of its style. **bold**, _italic_; [^1] is where footnote 1 stands;
{0|words} are the words that comment 0 is about. A tuple of rows is a table.
"""

from __future__ import annotations

Block = str | tuple[tuple[str, ...], ...]

PROPERTIES = {
    "title": "The Bolt in the Wall",
    "creator": "Mila Teneva",
    "created": "2008-02-11T09:00:00Z",
}

BLOCKS: tuple[Block, ...] = (
    "**November 18, 1962**",
    "Title: The Bolt in the Wall: Lecture by Hristina Yuvcheva at the Lodka Reading Room",
    "**Citation:**",
    "“The Bolt in the Wall: Lecture by Hristina Yuvcheva at the Lodka Reading Room”, November 18, 1962, "
    "Lower Danube Digital Archive, Lodka Reading Room, Vidin, Yuvcheva Papers, 5/2. Obtained by Neda "
    "Oreshkova and translated by Mila Teneva.",
    "**Summary:**",
    "Shortly before the Mixed Commission for the Crossing was dissolved, Hristina Yuvcheva told an audience "
    "in Vidin how the heights of the two banks came to differ and how the zero of the crossing was found.",
    "**Original Language:**",
    "Bulgarian",
    "**Contents:**",
    "Translation - English",
    "Heading1: A nail in the Danube",
    "Dear fellow citizens,",
    "I was asked to speak this evening about precision, and I see from the first row that some of you have "
    "brought your knitting, which is also precise. I will speak about _one_ bolt. Most of you have leaned "
    "against it. It is in the north wall of Baba Vida, at the height of a child’s shoulder, it is of "
    "bronze, and in summer the boys hang their shirts on it.[^1]",
    "Five years ago there was no bolt. There were two landing stages, a ferry with two names, twelve wagons "
    "and a band. You know what happened. I was on the ramp with a level in my hand, and I can tell those "
    "who have only heard the song that **nobody fell into the water**, and that the brakeman Badoi, who is "
    "supposed to have ridden the wagon like a horse, jumped off it like a sensible man.",
    "What I remember is our two directors. They looked at the wagon, and then at the onions, and then they "
    "did something I had never seen two directors do. They went behind the customs house, where there was "
    "no one, and stayed there for the length of a cigarette. When they came back each of them told his "
    "people to go home. Neither of them smokes.[^2]",
    "Heading1: Where forty-one centimeters come from",
    "On the next day I believed that somebody had made an error, and I hoped that it was Engineer Moțăianu. "
    "He hoped that it was I. We then worked together for thirty-eight days, and at the end of them there "
    "was no error left over for either of us. There were {0|six small honest reasons}. We have put them in "
    "order since then, and this is how they stand today:",
    (
        ("Reason", "Centimeters", "Found by"),
        ("The sea is not equally high at Varna and at Sulina", "16.2", "V. Moțăianu"),
        ("The pull of the Balkan on the instrument", "10.0", "H. Yuvcheva"),
        ("Two bolts that traveled with their stations", "7.4", "V. Moțăianu"),
        ("The bridge between Ruse and Giurgiu", "5.6", "both"),
        ("A 7 that was read as a 1", "0.6", "H. Yuvcheva"),
        ("Not known", "1.5", "nobody"),
        ("Together", "41.3", ""),
    ),
    "I ask you to look at the last line but one.[^3] A centimeter and a half that nobody can explain, on a "
    "way of 1,600 kilometers: I am prouder of it than of all the others, because we left it standing. It "
    "would have been very easy to distribute it.",
    "Heading1: The boy on the ice",
    "All this was correct and none of it helped. We had been asking which of two seas was right. It had not "
    "occurred to us to ask the river. On 25 November 1957 I received a letter with a glove in it. The pilot "
    "Milisav Dragojlov had written to me what every skipper knew: that the staffs at Vidin and Calafat "
    "agree. He also wrote _why_, and this only he knew, because he had been the one who held the staff when "
    "Anton Rehbogen crossed the ice in February 1911.[^4]",
    "Quote: “Boy, these two are now brother and sister. Whoever separates them will have to deal with me.”",
    "For two months after that we were afraid that there was no book. Then Moțăianu sent me a telegram from "
    "Craiova, which I have kept. It has four words: **STOVE LEANS. BOOK FOUND.** In the report we had "
    "written that his mark was on the church of the Annunciation. It is on the church of Saint Nicholas. We "
    "had looked at nothing but the mark.[^5]",
    "Heading1: Three pieces of advice",
    "Young people sometimes ask me what one should learn from this. I am an engineer and do not like to "
    "draw conclusions without a drawing, but I will say three things:",
    "ListNumber: Never write _zero_ without saying whose.",
    "ListNumber: When two people are certain and do not agree, measure _together_, with one book and two "
    "signatures.",
    "ListNumber: Ask the person who has stood there longest. He may not know the answer, but he knows where "
    "the water goes.",
    "Next month the Mixed Commission will meet for the last time, and the railways will take over.[^6] The "
    "ferry carried 268,500 tons in 1960 and 259,300 tons last year. It has not lost a single onion. People "
    "say to me: one day there will be a bridge here, and then nobody will need your bolt. I hope that there "
    "will be a bridge. But before they build it, someone will have to come and ask how high the river is on "
    "both sides, and he will find the answer at the height of a child’s shoulder, under a wet shirt.",
    "Thank you for your attention. The knitting may now be compared.",
)

FOOTNOTES = (
    "The second bolt is in Calafat, in the gate of the old customs yard. See the Protocol on the Zero of "
    "the Crossing, 23 April 1958, CWCA, no. 58-0052-01, pp. 1-6.",
    "This is contradicted by Petko Lambrinov, who remembered that Aurel Știrbulescu smoked a pipe. "
    "Interview with Petko Lambrinov, Vidin, 3 June 2005.",
    "In the report of 5 December 1957 the reasons are given in a different order and with rounder numbers. "
    "See AVCD, f. 12, op. 4, d. 3, l. 50-66.",
    "Letter from Milisav Dragojlov to Hristina Yuvcheva, 17 November 1957, Yuvcheva Papers, 3/17. Anton "
    "Rehbogen’s book is _Das Nivellement über das Eis_ [The Leveling across the Ice] (Vienna: printed for "
    "the author, 1912).",
    "The report was never corrected.",
    "The last meeting was held on 28 December 1962. AVCD, f. 12, op. 9, d. 17, l. 6.",
)

COMMENTS = (
    (
        "Neda Oreshkova",
        "NO",
        "2008-02-14T10:30:00Z",
        "The notes for the lecture have “five.” She counted again while she was speaking.",
    ),
)
