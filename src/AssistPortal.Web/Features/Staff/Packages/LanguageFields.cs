using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Name and description in each language.</summary>
/// <param name="Names">By culture name.</param>
/// <param name="Descriptions">By culture name.</param>
/// <param name="IsOptional">Whether the description may stay empty.</param>
public sealed record LanguageFields(FieldDictionary Names, FieldDictionary Descriptions, bool IsOptional);
