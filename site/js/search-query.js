/* What a query asks for: words, and phrases, whose words stand side by side: in quotation marks, or joined by hyphens.
   Contract: none but its own. search.js uses `window.query.read()`; what comes of it says what the index is asked, which
   of the documents found may have the phrases, and where in a text they stand. Words that stand everywhere, and often
   (pagefind/often.json), are not told apart by the index, so a phrase is looked for in the text itself. So are words: of
   one that it does not have, the index gives those with which it begins. */
"use strict";
{
  const marks = /["“”„«»]/;
  const heading = 30; /* So many words at the beginning of a document are its heading. */
  const ideographs = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;
  const fold = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const wordsOf = (text) => text.split(/\s+/).filter(fold);
  const hyphens = /(?<=\p{L})\p{Pd}(?=\p{L})/u; /* A number such as 106-01381-06 is one word. */
  const apart = (word) => word.split(hyphens);

  /* Words and phrases, as they were typed. Text in Han characters has no spaces: each character is a word there. */
  const divided = (text) => {
    const parts = text.split(marks);
    const found = { words: [], phrases: [] };
    parts.forEach((part, place) => {
      const quoted = place % 2 === 1 && place < parts.length - 1;
      const units = (quoted ? [wordsOf(part)] : wordsOf(part).map((word) => [word]))
        .map((words) => words.flatMap((word) => word.split(ideographs).flatMap(apart)).filter(fold)).filter(({ length }) => length);
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

  /* May a piece of text be a form of the word asked for, or go on from it? Forms of a word begin alike; an ending is short,
     but for a letter that is doubled. A word of one or two letters, and a number, stand for themselves. */
  const itself = (word) => /^\p{N}+$/u.test(word) || (word.length < 3 && /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/u.test(word));
  const answers = (word, piece) => {
    if (itself(word)) return piece === word;
    if (piece.startsWith(word)) return true;
    const common = [...word].findIndex((letter, place) => letter !== piece[place]);
    if (common < 2) return false;
    if (common === piece.length) return word.length - common < (word[common] === piece.at(-1) ? 5 : 3);
    return common >= 3 && common >= 0.6 * Math.min(word.length, piece.length);
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
      const joined = text.split(marks).join(" ").split(/\s+/).filter((word) => hyphens.test(word) && fold(word)).map(fold);
      const asked = telling.length ? telling : all;
      const sought = words.filter((word) => asked.includes(word)).map(fold);
      const placesOfWords = (locations, texts, pieces) => {
        const given = new Set(locations);
        const near = pieces.filter(({ at }) => given.has(at));
        return sought.map((word) => near.filter(({ word: piece, at }) => answers(word, piece) || answers(word, fold(texts[at])))
          .map(({ at }) => at));
      };
      return {
        words: asked,
        phrases,
        quoted: text.split(marks).length > 2,
        /* What the index may have instead: words with hyphens as one. */
        joined: joined.length ? [...words, ...joined] : null,
        /* Does the index tell all that is asked? If not, a document may prove to lack it. */
        sure: offsets.every((places, number) => places.length > 1 && places.length === phrases[number].length),
        fits: (locations) => offsets.every((places) => places.length < 2 || adjacent(places, locations)),
        /* Of the places of words that the index gave, and of all words of a text: those asked for; none if one lacks. */
        hits: (locations, texts) => {
          const pieces = piecesOf(texts);
          const held = phrases.map((phrase) => placesOf(phrase, pieces).flatMap(([first, last]) =>
            Array.from({ length: last - first + 1 }, (_, step) => first + step)));
          const single = placesOfWords(locations, texts, pieces);
          const found = [...held, ...single];
          return found.every(({ length }) => length) ? [...new Set(found.flat())].sort((a, b) => a - b) : [];
        },
        /* Words that have no place in a text, and so in none that the index found. */
        lacking: (locations, texts) => {
          const places = placesOfWords(locations, texts, piecesOf(texts));
          return sought.filter((word, place) => !places[place].length && !itself(word));
        },
        /* Which of the words a word of a text answers, and whether it is that very word. */
        meant: (text) => {
          const pieces = [fold(text), ...piecesOf([text]).map(({ bare }) => bare)];
          const exact = asked.find((word) => pieces.includes(fold(word)));
          return [exact ?? asked.find((word) => pieces.some((piece) => answers(fold(word), piece))), exact !== undefined];
        },
        /* How well the words stand together: in the heading, side by side anywhere, or not. */
        nearness: (locations) => {
          if (asked.length < 2) return 0;
          const sorted = [...locations].sort((a, b) => a - b);
          const runs = sorted.filter((at, place) => sorted[place + asked.length - 1] === at + asked.length - 1);
          return runs.length ? 1 + (runs[0] < heading) : 0;
        },
      };
    },
  };
}
