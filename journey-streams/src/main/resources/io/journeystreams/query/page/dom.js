/** Elements made from parts. Text stays text: nothing on this page is ever read as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {object} attributes `class`, `text` and `on` (listeners by event) beside ordinary ones; false and undefined are left out
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Changes only what differs: what does not change does not flicker, and selected text stays selected. */
export function setText(element, text) {
  const wanted = String(text);
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

export function setAttribute(element, name, value) {
  if (value === undefined || value === null || value === false) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** As many children as there are items, made by `make` and brought up to date by `update`, in place. */
export function repeat(parent, items, make, update) {
  while (parent.children.length > items.length) {
    parent.lastElementChild.remove();
  }
  while (parent.children.length < items.length) {
    parent.append(make());
  }
  items.forEach((item, i) => update(parent.children[i], item, i));
}

function fill(element, { text, on = {}, ...attributes }, children) {
  if (text !== undefined) {
    element.textContent = text;
  }
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(element, name, value);
  }
  for (const [event, listener] of Object.entries(on)) {
    element.addEventListener(event, listener);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
