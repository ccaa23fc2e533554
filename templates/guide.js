// Copies the value beside a button and keeps the ticks; without this script the page is a list to read.
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

  // The ticks stay in this browser: of each row a short sum of its text, so that a value that was changed is open again.
  const boxes = [...document.querySelectorAll('.tick input')];
  const store = `zjtx 填报指引 ${document.querySelector('main').dataset.ticks}`;
  const sumOf = (text) =>
    [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, 7).toString(36);
  const seen = new Map();
  const sums = boxes.map((box) => {
    const sum = sumOf(`${box.ariaLabel} ${box.closest('tr').textContent}`);
    seen.set(sum, (seen.get(sum) ?? 0) + 1);
    return `${sum} ${seen.get(sum)}`;
  });
  // A page opened from a file may have no store.
  const kept = () => {
    try {
      return new Set(JSON.parse(localStorage.getItem(store) ?? '[]'));
    } catch {
      return new Set();
    }
  };
  const count = () => {
    said.textContent = `已填 ${boxes.filter((box) => box.checked).length} / ${boxes.length} 项`;
  };
  const mark = (box) => box.closest('tr').classList.toggle('filled', box.checked);

  const before = kept();
  boxes.forEach((box, index) => {
    box.checked = before.has(sums[index]);
    mark(box);
    box.addEventListener('change', () => {
      mark(box);
      count();
      try {
        localStorage.setItem(store, JSON.stringify(sums.filter((_, at) => boxes[at].checked)));
      } catch {
        said.textContent += '（这个浏览器不保存勾选，关闭后不再保留）';
      }
    });
  });
  if (before.size > 0) count();

  for (const button of document.querySelectorAll('button')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
})();
