using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The question whether the asked language can be had.</summary>
public sealed record LanguagePage(
    OrderWithRelations Whole, LanguageInput Input, bool IsPossible, bool HasChanged) : StaffActPage(Whole, HasChanged);
