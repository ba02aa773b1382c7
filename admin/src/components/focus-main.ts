/** Takes focus to the page itself, where what had it is gone. */
export const focusMain = () => {
  document.getElementById('main-content')?.focus();
};
