// Copies the value beside a button; without this script the page is a list to read.
(() => {
  const said = document.getElementById('said');

  // From a file the clipboard of the page may be closed; the copy command of the browser is not.
  const byCommand = (value, text) => {
    const range = document.createRange();
    range.selectNodeContents(value);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    let taken = false;
    const take = (event) => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      taken = true;
    };
    document.addEventListener('copy', take);
    const done = document.execCommand('copy');
    document.removeEventListener('copy', take);
    return done && taken;
  };

  const copy = async (button) => {
    const value = button.parentElement.querySelector('.value');
    const text = value.textContent;
    let done = byCommand(value, text);
    if (!done && navigator.clipboard) {
      done = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
    }
    const name = button.getAttribute('aria-label').replace(/^复制 /, '');
    said.textContent = done ? `已复制：${name}` : `没有复制，已选中：按 Ctrl-C（${name}）`;
    if (done) button.classList.add('done');
    button.textContent = done ? '已复制' : '复制';
  };

  for (const button of document.querySelectorAll('button')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
})();
