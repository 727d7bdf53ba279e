// Keeps what is typed into a form marked data-keep on this device until the server has it.
