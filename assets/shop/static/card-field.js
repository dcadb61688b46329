'use strict';

const fields = ['number', 'expires'].map((id) => document.getElementById(id));

function tell() {
  const complete = fields[0].value.replace(/\D/g, '').length >= 12 && /^\d\d ?\/ ?\d\d$/.test(fields[1].value);
  parent.postMessage({ card: complete }, location.origin);
}

fields.forEach((field) => field.addEventListener('input', tell));
