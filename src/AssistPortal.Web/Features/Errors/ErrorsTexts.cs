namespace AssistPortal.Web.Features.Errors;

/// <summary>Words of this feature's pages.</summary>
public sealed class ErrorsTexts;
