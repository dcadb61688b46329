'use strict';

const add = document.getElementById('add');
const added = document.getElementById('added');
const productId = Number(document.querySelector('[data-product]').dataset.product);

/**
 * Tries every order in which the parcels could be packed and keeps the one with the least empty space. It runs
 * inside the click on purpose: this is the slow interaction of the shop, and it is work, not a wait, so a slower
 * processor takes longer.
 */
function packParcels(parcels) {
  let least = Infinity;
  const order = parcels.slice();
  function place(depth, used, empty) {
    if (depth === order.length) {
      least = Math.min(least, empty + (30 - used));
      return;
    }
    for (let i = depth; i < order.length; i++) {
      [order[depth], order[i]] = [order[i], order[depth]];
      const fits = used + order[depth] <= 30;
      place(depth + 1, fits ? used + order[depth] : order[depth], fits ? empty : empty + 30 - used);
      [order[depth], order[i]] = [order[i], order[depth]];
    }
  }
  place(0, 0, 0);
  return least;
}

add.addEventListener('click', () => {
  const quantity = document.querySelector('quantity-stepper').value;
  const spare = packParcels([11, 7, 13, 5, 9, 4, 12, 6, 8, 10]);
  add.disabled = true;
  fetch('/api/basket', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ productId, quantity, spare }),
  })
    .then((response) => {
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      return response.json();
    })
    .then((basket) => {
      document.getElementById('basket-count').textContent = basket.count;
      document.getElementById('added-text').textContent = `In your basket: ${basket.total} in all.`;
    })
    .catch(() => {
      document.getElementById('added-text').textContent = 'That did not work. Please try again.';
    })
    .finally(() => {
      added.hidden = false;
      add.disabled = false;
    });
});
