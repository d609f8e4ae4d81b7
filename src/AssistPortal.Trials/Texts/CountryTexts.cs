namespace AssistPortal.Trials.Texts;

/// <summary>Names of countries and territories, from the Unicode consortium's CLDR.</summary>
internal sealed class CountryTexts;
