/** Themes: named, joined and set aside by people, never by a machine. */
package org.kith.themes;
