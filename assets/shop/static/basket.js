'use strict';

document.querySelector('.lines').addEventListener('click', (event) => {
  const id = event.target.dataset.remove;
  if (id) {
    fetch(`/api/basket/${id}`, { method: 'DELETE' }).then(() => location.reload(), () => location.reload());
  }
});
