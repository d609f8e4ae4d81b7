using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Who reads the list.</summary>
/// <param name="UserId">Whose own orders are theirs.</param>
/// <param name="Zone">In which days are meant.</param>
public sealed record ListReader(Guid UserId, DateTimeZone Zone);
