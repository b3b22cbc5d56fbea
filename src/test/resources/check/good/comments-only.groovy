// Nothing but a comment, and the text ends without a line of code.
