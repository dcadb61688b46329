// How fast scripts of pages run: texts, arrays and objects, each for a few slices of time; the best
// slice counts, in which nothing else has interrupted. Gives rounds a millisecond.
() => {
  const SLICES = 16;
  const SLICE_MILLIS = 5;

  const text = () => {
    let line = '';
    for (let i = 0; i < 2000; i++) line += String.fromCharCode(97 + (i % 26));
    return line.split('m').join('-').length;
  };

  const from = Array.from({ length: 20000 }, (_, i) => (i * 7919) % 20011);
  const to = new Array(20000).fill(0);
  const array = () => {
    let sum = 0;
    for (let i = 0; i < from.length; i++) {
      to[i] = from[i] + 1;
      sum += to[i];
    }
    return sum;
  };

  const object = () => {
    const rows = [];
    for (let i = 0; i < 60; i++) {
      rows.push({ id: i, name: 'row ' + i, price: i * 1.5, tags: ['a', 'b', String(i)] });
    }
    const back = JSON.parse(JSON.stringify(rows));
    return back.sort((one, other) => other.price - one.price).length;
  };

  let kept = 0;
  const rate = (work) => {
    const rates = [];
    for (let slice = 0; slice < SLICES; slice++) {
      const start = performance.now();
      let rounds = 0;
      let now = start;
      while (now - start < SLICE_MILLIS) {
        kept += work();
        rounds++;
        now = performance.now();
      }
      rates.push(rounds / (now - start));
    }
    return Math.max(...rates);
  };

  const rates = [text, array, object].map(rate);
  // what was worked out is used, so that no engine leaves the work away
  return kept < 0 ? [] : rates;
}
