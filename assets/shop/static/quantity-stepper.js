'use strict';

/** A number with two buttons, in an open shadow root: what a recorder must see through. */
class QuantityStepper extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `
      <style>
        :host { display: inline-flex; border: 1px solid #cfc6b6; border-radius: 999px; background: #fff; overflow: hidden; }
        button { border: 0; background: none; width: 44px; height: 46px; font: 600 1.2rem sans-serif; color: #12283a; cursor: pointer; }
        button:hover { background: #f1ece1; }
        output { min-width: 28px; text-align: center; line-height: 46px; font-weight: 600; }
        :focus-visible { outline: 3px solid #e2ab42; outline-offset: -3px; border-radius: 99px; }
      </style>
      <button aria-label="Fewer" data-testid="fewer">−</button>
      <output aria-label="Number" data-testid="number"></output>
      <button aria-label="More" data-testid="more">+</button>`;
    this.value = Number(this.getAttribute('value'));
    root.querySelector('[data-testid=fewer]').addEventListener('click', () => { this.value = this.value - 1; });
    root.querySelector('[data-testid=more]').addEventListener('click', () => { this.value = this.value + 1; });
  }

  get value() {
    return this.number;
  }

  set value(number) {
    this.number = Math.min(9, Math.max(1, number));
    this.shadowRoot.querySelector('output').textContent = this.number;
  }
}

customElements.define('quantity-stepper', QuantityStepper);
