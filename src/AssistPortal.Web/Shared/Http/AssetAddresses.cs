using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Shared.Http;

/// <summary>Addresses of the portal's files with a fingerprint: browsers keep a file for as long as that is the same.
/// </summary>
public sealed class AssetAddresses(IFileVersionProvider versions)
{
    /// <param name="page">The request for the page that names the file.</param>
    /// <param name="path">The file's path from the root, with a slash in front.</param>
    public string Of(HttpContext page, string path)
    {
        var root = page.Request.PathBase;
        var file = path[1..];

        // A fingerprint in the name is a quarter of the length of one in the query, which pages without files of their
        // own make do with.
        var named = page.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file];
        return named is null || named == file ? versions.AddFileVersionToPath(root, path) : $"{root}/{named}";
    }
}
