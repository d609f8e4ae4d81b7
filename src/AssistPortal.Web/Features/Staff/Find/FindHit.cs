namespace AssistPortal.Web.Features.Staff.Find;

/// <summary>Something that was found.</summary>
/// <param name="Path">Its page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="More">What else tells it from others; empty for nothing.</param>
public sealed record FindHit(string Path, string Name, string More = "");
