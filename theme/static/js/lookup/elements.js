/** Elements of a page: short ways to make them. What people typed goes in as text alone. */

export function el(name, classes, ...content) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...content);
  return made;
}

export function p(...content) {
  return el("p", "", ...content);
}

export function a(href, ...content) {
  const made = el("a", "", ...content);
  made.href = href;
  return made;
}

export function button(words, work) {
  const made = el("button", "app-button app-button--plain", words);
  made.type = "button";
  made.addEventListener("click", work);
  return made;
}
