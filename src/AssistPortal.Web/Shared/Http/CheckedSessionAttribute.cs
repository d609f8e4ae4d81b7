namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// A page to which no session gets that has ended, not even a minute ago: where sessions begin anew or accounts are
/// changed, an ended one could live on.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CheckedSessionAttribute : Attribute;
