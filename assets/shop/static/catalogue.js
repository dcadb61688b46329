'use strict';

const cards = document.getElementById('cards');
const state = document.getElementById('shelf-state');
const sort = document.getElementById('sort');
let products = [];
let shelf = '';

function text(className, value) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = value;
  return span;
}

function card(product) {
  const link = document.createElement('a');
  link.href = `/product/${product.id}`;
  link.dataset.testid = `product-${product.id}`;
  const picture = new Image(400, 400);
  picture.alt = '';
  picture.src = product.image;
  link.append(picture, text('card-name', product.name), text('card-line', product.line), text('price', product.price));
  const article = document.createElement('article');
  article.className = 'card';
  article.append(link);
  return article;
}

function show() {
  const key = sort.value;
  const chosen = products
    .filter((product) => !shelf || product.category === shelf)
    .sort((a, b) => (key === 'name' ? a.name.localeCompare(b.name) : a[key] - b[key]));
  cards.replaceChildren(...chosen.map(card));
  cards.setAttribute('aria-busy', 'false');
  state.textContent = `${chosen.length} goods`;
}

document.querySelector('.chips').addEventListener('click', (event) => {
  if (event.target.dataset.shelf !== undefined) {
    shelf = event.target.dataset.shelf;
    for (const chip of document.querySelectorAll('[data-shelf]')) {
      chip.setAttribute('aria-pressed', String(chip === event.target));
    }
    show();
  }
});
sort.addEventListener('change', show);

fetch('/api/products')
  .then((response) => {
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    return response.json();
  })
  .then((answer) => {
    products = answer.products;
    show();
  })
  .catch(() => {
    cards.replaceChildren(text('problem', 'The shelves did not answer. Please load the page again.'));
    cards.setAttribute('aria-busy', 'false');
  });
