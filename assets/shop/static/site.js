'use strict';

// The cookie banner comes late and at the top, so it pushes the page down: a layout shift real shops have.
if (!document.cookie.includes('consent=')) {
  setTimeout(() => {
    const banner = document.createElement('section');
    banner.className = 'consent';
    banner.setAttribute('role', 'dialog');
    banner.setAttribute('aria-label', 'Cookies');
    banner.dataset.testid = 'consent';
    banner.innerHTML =
      '<p>We would like to count visits, to see which goods are wanted. Is that all right?</p>' +
      '<div><button data-consent="necessary" data-testid="consent-necessary">Only what is needed</button> ' +
      '<button class="main" data-consent="all" data-testid="consent-accept">That is all right</button></div>';
    banner.addEventListener('click', (event) => {
      const choice = event.target.dataset.consent;
      if (choice) {
        document.cookie = `consent=${choice}; path=/; max-age=15552000; samesite=lax`;
        banner.remove();
      }
    });
    document.body.prepend(banner);
  }, 50);
}

// The promotion is asked for only after the page is there: the second layout shift.
if (['home', 'product'].includes(document.body.dataset.page)) {
  fetch('/api/promotion')
    .then((response) => (response.ok ? response.json() : null))
    .then((promotion) => {
      if (promotion) {
        const bar = document.createElement('p');
        bar.className = 'promo';
        bar.style.margin = '0';
        bar.dataset.testid = 'promotion';
        bar.textContent = promotion.text;
        document.getElementById('main').prepend(bar);
      }
    })
    .catch(() => {}); // a shop without its promotion is still a shop
}
