'use strict';

const form = document.getElementById('checkout');
const problem = document.getElementById('problem');
const frame = document.getElementById('card-frame');
let cardComplete = false;

function say(text) {
  problem.textContent = text;
  problem.hidden = false;
}

addEventListener('message', (event) => {
  if (event.origin === location.origin) {
    cardComplete = event.data.card === true;
  }
});

form.addEventListener('input', (event) => {
  problem.hidden = true;
  if (event.target.checkValidity()) {
    event.target.removeAttribute('aria-invalid');
  }
});

form.addEventListener('change', () => {
  frame.hidden = form.elements.payment.value !== 'card';
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  problem.hidden = true;
  let first = null;
  for (const field of form.elements) {
    if (!field.checkValidity()) {
      field.setAttribute('aria-invalid', 'true');
      first ??= field;
    }
  }
  if (first) {
    first.focus();
    say(first.name === 'terms' ? 'Please read and accept the terms.' : 'Please fill in the marked fields.');
    return;
  }
  const payment = form.elements.payment.value;
  if (payment === 'card' && !cardComplete) {
    say('Please type a card number and the month it expires.');
    return;
  }
  fetch('/api/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: form.elements.name.value,
      email: form.elements.email.value,
      address: form.elements.address.value,
      town: form.elements.town.value,
      country: form.elements.country.value,
      delivery: form.elements.delivery.value,
      payment,
    }),
  })
    .then(async (response) => {
      const answer = await response.json();
      if (!response.ok) {
        throw new Error(answer.problem);
      }
      location.assign(`/order/${answer.number}`);
    })
    .catch((error) => say(error.message || 'The order was not taken. Please try again.'));
});
