/* What a query asks for: words, and phrases in quotation marks, whose words stand side by side. Contract: none but its
   own. search.js uses `window.query.read()`; what comes of it says what the index is asked, which of the documents found
   may have the phrases, and where in a text they stand. Words that stand everywhere, and often (pagefind/often.json), are
   not told apart by the index, so a phrase is looked for in the text itself. */
"use strict";
{
  const marks = /["“”„«»]/;
  const ideographs = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;
  const fold = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const wordsOf = (text) => text.split(/\s+/).filter(fold);

  /* Words and phrases, as they were typed. Text in Han characters has no spaces: each character is a word there. */
  const divided = (text) => {
    const parts = text.split(marks);
    const found = { words: [], phrases: [] };
    parts.forEach((part, place) => {
      const quoted = place % 2 === 1 && place < parts.length - 1;
      const units = (quoted ? [wordsOf(part)] : wordsOf(part).map((word) => [word]))
        .map((words) => words.flatMap((word) => word.split(ideographs)).filter(fold)).filter(({ length }) => length);
      for (const words of units) {
        if (quoted || words.length > 1) found.phrases.push(words);
        else found.words.push(words[0]);
      }
    });
    return found;
  };

  /* May the words of a phrase stand side by side, to judge by the places of all words in a document? */
  const adjacent = (offsets, locations) => {
    let reached = locations;
    for (let place = 1; place < offsets.length; place += 1) {
      const gap = offsets[place] - offsets[place - 1];
      const from = new Set(reached);
      reached = locations.filter((at) => Array.from({ length: gap }, (_, step) => at - step - 1).some((at) => from.has(at)));
    }
    return reached.length > 0;
  };

  /* The places in a text, of its words, in which the letters of a phrase stand: [first, last] each. A phrase may end in
     a word with 's, and in Hangul before a particle. */
  const placesOf = (phrase, pieces) => {
    const letters = phrase.map(fold).join("");
    const open = /\p{sc=Hangul}$/u.test(letters);
    const found = [];
    for (let first = 0; first < pieces.length; first += 1) {
      let read = "";
      for (let last = first; last < pieces.length && letters.startsWith(read) && read.length < letters.length; last += 1) {
        const { word, bare, at } = pieces[last];
        if (read + word === letters || read + bare === letters || (open && (read + word).startsWith(letters))) {
          found.push([pieces[first].at, at]);
        }
        read += word;
      }
    }
    return found;
  };

  const piecesOf = (words) => words.flatMap((word, at) => word.split(/[\p{Pd}/]/u)
    .map((piece) => ({ word: fold(piece), bare: fold(piece.replace(/['’]s\P{L}*$/u, "")), at })).filter((piece) => piece.word));

  /* Do two words begin alike, as forms of one word do? */
  const akin = (one, other) => {
    const common = [...one].findIndex((letter, place) => letter !== other[place]);
    return common < 0 || (common >= 3 && common >= 0.6 * Math.min(one.length, other.length));
  };

  window.query = {
    fold,
    /* `often`: { everywhere, often }, arrays of folded words. */
    read: (text, often) => {
      const { words, phrases } = divided(text);
      const [everywhere, vague] = [new Set(often.everywhere), new Set([...often.everywhere, ...often.often])];
      const all = [...new Set([...words, ...phrases.flat()])];
      const telling = all.filter((word) => !everywhere.has(fold(word)));
      const offsets = phrases.map((phrase) => phrase.flatMap((word, place) => (vague.has(fold(word)) ? [] : [place])));
      return {
        words: telling.length ? telling : all,
        phrases,
        /* Does the index tell all that is asked? If not, a document may prove to lack it. */
        sure: offsets.every((places, number) => places.length > 1 && places.length === phrases[number].length),
        fits: (locations) => offsets.every((places) => places.length < 2 || adjacent(places, locations)),
        /* Of the places of words that the index gave, and of all words of a text: those asked for; none if a phrase lacks. */
        hits: (locations, texts) => {
          if (!phrases.length) return locations;
          const pieces = piecesOf(texts);
          const found = phrases.map((phrase) => placesOf(phrase, pieces));
          if (found.some((places) => !places.length)) return [];
          const held = found.flat().flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step));
          const single = locations.filter((at) => words.some((word) => akin(fold(word), fold(texts[at] ?? ""))));
          return [...new Set([...held, ...single])].sort((a, b) => a - b);
        },
      };
    },
  };
}
