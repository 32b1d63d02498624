export { Button, IconButton } from './Button.tsx';
export { Check, type Option, Segmented, Select, Switch } from './choices.tsx';
export { Dialog } from './Dialog.tsx';
export { Field, SearchBox } from './Field.tsx';
export { Kbd, Kbds } from './kbd.tsx';
export { Dot, Empty, Logo, Ring } from './marks.tsx';
export { Menu, type MenuAction, type MenuItem } from './Menu.tsx';
export { Popover } from './Popover.tsx';
export { Tooltip } from './Tooltip.tsx';
