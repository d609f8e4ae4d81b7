using Microsoft.AspNetCore.Http.Extensions;

namespace AssistPortal.Web.Shared.Paging;

/// <summary>The address of a list with its filter.</summary>
internal static class ListAddress
{
    /// <summary>A path and the fields that say something, for <c>Url.Content</c>.</summary>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> fields)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"~{path}{query}";
    }
}
