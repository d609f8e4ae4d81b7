namespace AssistPortal.Web.Composition;

/// <summary>
/// The portal must not start like this. The operator reads the message, and nothing else: whole sentences.
/// </summary>
public sealed class PortalStartException(string message) : Exception(message);
