'use strict';

const form = document.getElementById('login');
const problem = document.getElementById('problem');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  problem.hidden = true;
  fetch('/api/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: form.elements.email.value, password: form.elements.password.value }),
  })
    .then(async (response) => {
      const answer = await response.json();
      if (!response.ok) {
        throw new Error(answer.problem);
      }
      location.assign('/account');
    })
    .catch((error) => {
      problem.textContent = error.message || 'That did not work. Please try again.';
      problem.hidden = false;
    });
});
