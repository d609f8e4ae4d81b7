namespace AssistPortal.Web.Composition;

/// <summary>The portal can't start as it is set up. The message is a sentence for whoever runs it: what is wrong, what to do.</summary>
public sealed class PortalStartException(string message) : Exception(message);
