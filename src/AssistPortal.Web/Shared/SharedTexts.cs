namespace AssistPortal.Web.Shared;

/// <summary>Words of the layout, of forms in general and of the domain.</summary>
public sealed class SharedTexts;
