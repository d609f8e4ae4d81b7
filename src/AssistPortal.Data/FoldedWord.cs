namespace AssistPortal.Data;

/// <summary>A word that is looked for in folded texts: one of the two has to be found.</summary>
/// <param name="Text">The word.</param>
/// <param name="Other">How else it may stand there, a phone number as its digits; else the word again.</param>
public sealed record FoldedWord(string Text, string Other);
